package se.brygga.starter.desk.tenants;

import java.util.List;
import se.brygga.workflows.refusal.Refusal;

/**
 * What the books say about a set-up that is not in force.
 *
 * @param objections what speaks against the set-up, each with its line in the file
 * @param warnings what an operator should know and need not change
 */
public record SetupComparison(List<Refusal> objections, List<Refusal> warnings) {}
