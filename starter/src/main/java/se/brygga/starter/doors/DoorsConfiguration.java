package se.brygga.starter.doors;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The rules for all doors of the starter. A configuration with controllers that face the outside imports this class.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoorsProperties.class)
@Import({ServersAnswer.class, LoopPoker.class})
public class DoorsConfiguration {

    @Bean
    RequestBody requestBody(DoorsProperties properties, InstantSource time) {
        return new RequestBody(properties.longestRequest(), time);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowHeaders(DoorsProperties properties) {
        return server -> {
            server.setProtocol(SlowHeaders.class.getName());
            server.addConnectorCustomizers(
                    connector -> ((SlowHeaders) connector.getProtocolHandler()).allow(properties.longestRequest()));
        };
    }
}
