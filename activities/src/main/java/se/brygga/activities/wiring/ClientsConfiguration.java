package se.brygga.activities.wiring;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.calls.CallBook;
import se.brygga.activities.calls.PostgresCallLimits;
import se.brygga.clients.remote.CallLimits;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.starweb.StarwebClients;
import se.brygga.setup.WebShops;

/** Both clients, over one HTTP client. The app says whether their calls heed outages. */
@Configuration(proxyBeanMethods = false)
public class ClientsConfiguration {

    @Bean
    HttpClient httpClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Bean
    CallLimits callLimits(JdbcClient jdbc, DataSource dataSource) {
        return new PostgresCallLimits(jdbc, dataSource);
    }

    /** Every shop is on Starweb so far: another shop system is chosen here, by what the shop's set-up names. */
    @Bean
    public static WebShops webShops(
            HttpClient http, CallLimits limits, Outages outages, CallBook calls, InstantSource time) {
        StarwebClients starweb = new StarwebClients(http, limits, outages, calls, time);
        return (shop, setup) -> starweb.shop(shop, setup.starweb());
    }

    @Bean
    SpecterClients specterClients(
            HttpClient http, CallLimits limits, Outages outages, CallBook calls, InstantSource time) {
        return new SpecterClients(http, limits, outages, calls, time);
    }
}
