package se.brygga.starter.api;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.door.DeskJson;
import se.brygga.starter.desk.orders.OrderLine;
import se.brygga.workflows.attention.Cause;

/** The gate before all routes, and the words in their parameters. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    private final Gate gate;

    ApiConfiguration(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate).addPathPatterns("/api/v1/**");
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Cause.class, Cause::ofCode);
        registry.addConverter(
                String.class, OrderLine.State.class, text -> Word.of(OrderLine.State.class, "state", text));
    }

    @Bean
    JsonMapperBuilderCustomizer deskJson() {
        return DeskJson::spoken;
    }
}
