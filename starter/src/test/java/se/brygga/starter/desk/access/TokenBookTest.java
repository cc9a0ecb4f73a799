package se.brygga.starter.desk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.TestDatabase;
import se.brygga.starter.desk.access.TokenBook.Made;

class TokenBookTest {

    private JdbcClient jdbc;
    private TokenBook book;

    @BeforeEach
    void empty() {
        jdbc = JdbcClient.create(TestDatabase.empty());
        book = new TokenBook(jdbc, InstantSource.system());
    }

    @Test
    void aTokenIsFoundByItsSecretUntilItIsRevoked() {
        Made made = book.make("anna", Set.of(Right.READ, Right.DECIDE), Set.of("nordkajak"), "root");

        assertThat(book.withSecret(made.secret())).hasValueSatisfying(token -> {
            assertThat(token.name()).isEqualTo("anna");
            assertThat(token.scopes()).containsExactlyInAnyOrder(Right.READ, Right.DECIDE);
            assertThat(token.tenants()).containsExactly("nordkajak");
        });
        assertThat(book.withSecret(made.secret() + "x")).isEmpty();

        assertThat(book.revoke(made.token().id(), "root")).isTrue();
        assertThat(book.withSecret(made.secret())).isEmpty();
        assertThat(book.revoke(made.token().id(), "root")).isFalse();
        assertThat(book.list())
                .singleElement()
                .satisfies(token -> assertThat(token.revokedAt()).isNotNull());
    }

    @Test
    void noSecretStandsInTheBooks() {
        Made made = book.make("anna", Set.of(Right.READ), Set.of(), "root");

        assertThat(jdbc.sql("select access_token::text from access_token")
                        .query(String.class)
                        .single())
                .doesNotContain(made.secret(), made.secret().substring("brygga_".length()));
    }
}
