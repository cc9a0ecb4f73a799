package se.brygga.starter.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.door.DeskJson;
import se.brygga.starter.desk.orders.OrderLine;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;

/** The gate before all routes, the words in their parameters, and their description. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    private static final String TOKEN = "token";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class)
                .replaceWithSchema(OrderRef.class, new StringSchema().example("nordkajak/kajak-se/10025"))
                .replaceWithSchema(ShopRef.class, new StringSchema().example("nordkajak/kajak-se"));
    }

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

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Brygga")
                        .version("1")
                        .description("Orders, what waits for a person, and decisions. Every request needs a token"
                                + " with the right that its route names."))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }
}
