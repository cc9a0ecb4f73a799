package se.brygga.starter.desk.access;

import java.util.Set;

/**
 * A token that was just made.
 *
 * @param secret shown this once; the books keep its hash
 */
public record NewToken(Token token, String secret) {

    /**
     * What it is to be.
     *
     * @param name login of the person, or name of the program, that gets it
     * @param scopes what it lets its holder do
     * @param tenants those whose data it reaches; empty: every tenant
     */
    public record Wish(String name, Set<Right> scopes, Set<String> tenants) {}

    @Override
    public String toString() {
        return token.toString();
    }
}
