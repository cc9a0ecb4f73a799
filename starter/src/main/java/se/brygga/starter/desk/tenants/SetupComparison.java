package se.brygga.starter.desk.tenants;

import java.util.List;
import se.brygga.workflows.refusal.Refusal;

/**
 * What the books say of a set-up that is not in force.
 *
 * @param objections what speaks against it, each with its line in the file
 * @param warnings what an operator should know and need not change
 */
public record SetupComparison(List<Refusal> objections, List<Refusal> warnings) {}
