package se.brygga.clients.specter.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SpecterArticleTest {

    @Test
    void isReadFromAnOrderThatTheFirstReleaseStored() {
        String stored = "{\"articleNo\":\"FRAKT\",\"name\":\"Frakt\",\"priceExclVat\":0,\"vatPercent\":null}";

        assertThat(JsonMapper.builder().build().readValue(stored, SpecterArticle.class))
                .isEqualTo(new SpecterArticle("FRAKT", "Frakt", BigDecimal.ZERO, null));
    }
}
