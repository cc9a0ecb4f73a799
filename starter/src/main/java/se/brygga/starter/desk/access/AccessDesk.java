package se.brygga.starter.desk.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.access.AccessDesk.Token;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/** Tokens of the API. */
@Component
public class AccessDesk {

    /**
     * A token that was just made.
     *
     * @param secret shown this once; the books keep its hash
     */
    public record NewToken(Token token, String secret) {

        /**
         * A token that is to be made.
         *
         * @param name login of the person, or name of the program, that gets the token
         * @param scopes what the token lets its holder do
         * @param tenants the tenants whose data the token reaches; empty for every tenant
         */
        public record Wish(String name, Set<Right> scopes, Set<String> tenants) {}

        @Override
        public String toString() {
            return token.toString();
        }
    }

    /**
     * A token of the API, without its secret.
     *
     * @param id names the token in lists, and when it is revoked
     * @param name login of the person, or name of the program, that holds the token
     * @param tenants the tenants whose data the token reaches; empty for every tenant
     * @param revokedAt null while the token is good
     */
    public record Token(
            String id,
            String name,
            List<Right> scopes,
            List<String> tenants,
            Instant madeAt,
            @Nullable Instant revokedAt) {

        public Token {
            scopes = scopes.stream().sorted().toList();
            tenants = tenants.stream().sorted().toList();
        }
    }

    /** The form of a token's name, which the audit log shows beside each deed of the token. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

    /** The tenant in the audit log for a deed that concerns every tenant. */
    private static final String EVERY_TENANT = "*";

    private final TokenBook tokens;
    private final SetupStore setups;
    private final AuditBook audit;
    private final TransactionTemplate transactions;

    AccessDesk(TokenBook tokens, SetupStore setups, AuditBook audit, TransactionTemplate transactions) {
        this.tokens = tokens;
        this.setups = setups;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Makes a token. Not idempotent.
     *
     * @throws NotFound there is no such tenant
     * @throws RequestRefused the name has a wrong form, no right is named, or nobody is named
     */
    public NewToken make(NewToken.Wish wish, Operator operator) {
        operator.requireName();
        if (!NAME.matcher(wish.name()).matches()) {
            throw Reason.TOKEN_NAME.refused(wish.name());
        }
        if (wish.scopes().isEmpty()) {
            throw Reason.FIELD_MISSING.refused(
                    "scopes", Arrays.stream(Right.values()).map(Word::word).toList());
        }
        wish.tenants().forEach(tenant -> NotFound.unless(() -> setups.requireKnown(tenant, null)));
        return transactions.execute(tx -> {
            TokenBook.Made made = tokens.make(wish.name(), wish.scopes(), wish.tenants(), operator.by());
            note(made.token(), "make-token", operator);
            return new NewToken(made.token(), made.secret());
        });
    }

    /**
     * Makes a token, and revokes all tokens with its name from the next request on.
     *
     * @throws RequestRefused as {@link #make(NewToken.Wish, Operator)}
     */
    public NewToken replace(NewToken.Wish wish, Operator operator) {
        return transactions.execute(tx -> {
            tokens.list().stream()
                    .filter(token -> token.name().equals(wish.name()) && tokens.revoke(token.id(), operator.by()))
                    .forEach(token -> note(token, "revoke-token", operator));
            return make(wish, operator);
        });
    }

    /**
     * Makes a token for the holder of another. A caller who reaches some tenants can pass on these tenants only.
     *
     * @throws NotFound there is no such tenant, or the caller does not reach it
     * @throws RequestRefused as {@link #make(NewToken.Wish, Operator)}, or a caller who reaches some tenants names none
     */
    public NewToken make(Caller caller, NewToken.Wish wish, Operator operator) {
        wish.tenants().forEach(caller::require);
        if (wish.tenants().isEmpty() && !caller.reachesAll()) {
            throw Reason.TOKEN_TENANTS_MISSING.refused();
        }
        return make(wish, operator);
    }

    /** The tokens that reach no more than the caller does, the oldest first, revoked tokens among them. */
    public List<Token> list(Caller caller) {
        return tokens.list().stream().filter(token -> isWithin(caller, token)).toList();
    }

    private static boolean isWithin(Caller caller, Token token) {
        return caller.reachesAll()
                || (!token.tenants().isEmpty() && caller.tenants().containsAll(token.tenants()));
    }

    /**
     * Makes a token useless from the next request on.
     *
     * @param id as {@link #list} shows it to the caller
     * @throws NotFound there is no such token, or it was revoked before
     */
    public Token revoke(Caller caller, String id, Operator operator) {
        operator.requireName();
        return transactions.execute(tx -> {
            Token token = tokens.list().stream()
                    .filter(one -> one.id().equals(id) && isWithin(caller, one))
                    .findFirst()
                    .filter(one -> tokens.revoke(id, operator.by()))
                    .orElseThrow(() -> NotFound.because(Reason.NO_TOKEN, id));
            note(token, "revoke-token", operator);
            return list(caller).stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        });
    }

    /** The holder of the token with this secret; empty when no good token has it. */
    public Optional<Caller> caller(String secret) {
        return tokens.withSecret(secret).map(AccessDesk::caller);
    }

    private static Caller caller(Token token) {
        return new Caller(token.id(), token.name(), Set.copyOf(token.scopes()), Set.copyOf(token.tenants()));
    }

    private void note(Token token, String what, Operator operator) {
        List<String> tenants = token.tenants().isEmpty() ? List.of(EVERY_TENANT) : token.tenants();
        tenants.forEach(tenant -> audit.add(AuditBook.Deed.of(
                operator.by(), what, tenant, "token " + token.id() + " of " + token.name(), operator.reason())));
    }
}
