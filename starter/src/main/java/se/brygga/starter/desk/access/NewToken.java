package se.brygga.starter.desk.access;

/**
 * A token that was just made.
 *
 * @param secret shown this once, and kept nowhere
 */
public record NewToken(Token token, String secret) {}
