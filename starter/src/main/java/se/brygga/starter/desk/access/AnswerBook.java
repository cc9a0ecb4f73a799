package se.brygga.starter.desk.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.brygga.activities.crypto.Vault;
import se.brygga.activities.crypto.Vault.Unreadable;
import se.brygga.activities.sql.Sql;

/**
 * Requests with an {@code Idempotency-Key}. The first request with a key is followed. The same request sent again gets
 * the first one's answer. An answer is kept for a day, encrypted, because it may hold a token's secret or a trigger's
 * callback URL.
 */
@Component
final class AnswerBook {

    private static final Duration KEPT_FOR = Duration.ofDays(1);

    /** No request runs this long. The app that followed an older one has ended. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final String PURGE = "delete from kept_answer where at < :before";

    private static final String BEGIN = """
            insert into kept_answer (token, key, request, at) values (:token, :key, :request, :at)
            on conflict (token, key) do nothing""";

    private static final String FIND =
            "select request, at, answer from kept_answer where token = :token and key = :key";

    private static final String ANSWER = "update kept_answer set answer = :answer where token = :token and key = :key";

    private static final String FORGET =
            "delete from kept_answer where token = :token and key = :key and answer is null";

    /** What is known of a request with a key. */
    sealed interface Begun {

        /** The key is new. The request is to be followed now, and then {@link AnswerBook#answer answered}. */
        record First() implements Begun {}

        /** The same request was followed and has this answer. */
        record Answered(String answer) implements Begun {}

        /** The same request is being followed now. */
        record UnderWay() implements Begun {}

        /**
         * The same request was begun and never answered, because the app that followed it ended. What came of the
         * request is unknown.
         */
        record Lost() implements Begun {}

        /** The key belongs to another request. */
        record OfAnother() implements Begun {}
    }

    private record Kept(byte[] request, Instant at, byte @Nullable [] answer) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final InstantSource time;

    AnswerBook(JdbcClient jdbc, Vault vault, InstantSource time) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.time = time;
    }

    /**
     * Takes the key for this request, or says how the key was used.
     *
     * @param token id of the token; each token has keys of its own
     * @param request everything that was asked, as text; only its hash is kept
     */
    Begun begin(String token, String key, String request) {
        Instant now = time.instant();
        byte[] hash = Sha256.of(request);
        jdbc.sql(PURGE).param("before", Sql.at(now.minus(KEPT_FOR))).update();
        int begun = jdbc.sql(BEGIN)
                .param("token", token)
                .param("key", key)
                .param("request", hash)
                .param("at", Sql.at(now))
                .update();
        return begun == 1 ? new Begun.First() : known(token, key, hash, now);
    }

    private Begun known(String token, String key, byte[] hash, Instant now) {
        Kept kept = jdbc.sql(FIND)
                .param("token", token)
                .param("key", key)
                .query((rs, row) ->
                        new Kept(rs.getBytes("request"), rs.getTimestamp("at").toInstant(), rs.getBytes("answer")))
                .single();
        if (!Arrays.equals(kept.request(), hash)) {
            return new Begun.OfAnother();
        }
        if (kept.answer() != null) {
            return answered(kept.answer(), place(token, key));
        }
        return kept.at().plus(LONGEST).isBefore(now) ? new Begun.Lost() : new Begun.UnderWay();
    }

    /**
     * An answer is lost when the key that encrypted it is gone. Its request was followed, so it is not followed again.
     */
    private Begun answered(byte[] answer, String place) {
        try {
            return new Begun.Answered(new String(vault.decrypt(answer, place), StandardCharsets.UTF_8));
        } catch (Unreadable otherKey) {
            return new Begun.Lost();
        }
    }

    private static String place(String token, String key) {
        return "answer/" + token + "/" + key;
    }

    /** Stores the answer of a request for which {@link #begin} returned First. */
    void answer(String token, String key, String answer) {
        jdbc.sql(ANSWER)
                .param("answer", vault.encrypt(answer.getBytes(StandardCharsets.UTF_8), place(token, key)))
                .param("token", token)
                .param("key", key)
                .update();
    }

    /** Frees the key, because its first request failed and changed nothing. */
    void forget(String token, String key) {
        jdbc.sql(FORGET).param("token", token).param("key", key).update();
    }
}
