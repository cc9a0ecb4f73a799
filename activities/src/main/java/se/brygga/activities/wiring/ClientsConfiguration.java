package se.brygga.activities.wiring;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.brygga.activities.calls.Calls;
import se.brygga.activities.sql.Database;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.starweb.StarwebClients;
import se.brygga.setup.WebShops;

/** Both clients, over one HTTP client. The app says whether their calls wait for outages. */
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

    @Bean(destroyMethod = "close")
    Calls calls(Database database) {
        return new Calls(database);
    }

    @Bean
    CallContext callContext(Calls calls, HttpClient http, Outages outages) {
        return calls.context(http, outages);
    }

    /**
     * The one place that chooses the shop system. Every shop is on Starweb so far. Another system would be chosen by
     * what the shop's set-up names.
     */
    @Bean
    public static WebShops webShops(CallContext context) {
        StarwebClients starweb = new StarwebClients(context);
        return (shop, setup) -> starweb.shop(shop, setup.starweb());
    }

    @Bean
    SpecterClients specterClients(CallContext context) {
        return new SpecterClients(context);
    }
}
