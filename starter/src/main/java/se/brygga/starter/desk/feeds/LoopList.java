package se.brygga.starter.desk.feeds;

import java.util.List;
import se.brygga.starter.desk.trouble.Trouble;

/** Loops by tenant and feed, and what is wrong beside them. */
public record LoopList(List<Loop> loops, Trouble trouble) {}
