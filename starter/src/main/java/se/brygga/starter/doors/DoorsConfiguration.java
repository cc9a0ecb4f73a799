package se.brygga.starter.doors;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.request.WebRequest;

/** The doors of the starter. Import it where controllers face the outside. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoorsProperties.class)
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

    /** Status and its name: a path holds a secret, and a message may quote what was sent. */
    @Bean
    ErrorAttributes errorAttributes() {
        return new DefaultErrorAttributes() {
            @Override
            public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
                Map<String, @Nullable Object> all = super.getErrorAttributes(request, options);
                all.keySet().retainAll(Set.of("status", "error"));
                return all;
            }
        };
    }
}
