/** The command line: what operators type. It sees the desk only. Tables for people, {@code --json} for programs. */
@NullMarked
package se.brygga.starter.cli;

import org.jspecify.annotations.NullMarked;
