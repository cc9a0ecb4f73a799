/** What all books need for PostgreSQL: conversion of values, transactions, and which failures pass. */
@NullMarked
package se.brygga.activities.sql;

import org.jspecify.annotations.NullMarked;
