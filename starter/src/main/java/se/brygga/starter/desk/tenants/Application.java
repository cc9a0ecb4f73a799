package se.brygga.starter.desk.tenants;

import java.util.List;
import se.brygga.starter.desk.Outcome;

/**
 * What came of a set-up file that was to be taken into force.
 *
 * @param objections what speaks against it; then nothing was changed and there are no tenants
 * @param warnings what an operator should know and need not change
 * @param tenants in the order of the file. The first one that failed is the last one that was tried
 */
public record Application(List<String> objections, List<String> warnings, List<Outcome<Applied>> tenants) {}
