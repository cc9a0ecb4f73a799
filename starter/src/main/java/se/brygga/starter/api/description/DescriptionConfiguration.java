package se.brygga.starter.api.description;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.brygga.starter.api.Problem;
import se.brygga.starter.desk.access.Caller;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.RefusalCode;
import se.brygga.workflows.refusal.RefusalTexts;
import tools.jackson.databind.json.JsonMapper;

/** The parts of the API's description that do not follow from the controllers. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {

    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class)
                .replaceWithSchema(OrderRef.class, new StringSchema().example("nordkajak/kajak-se/10025"))
                .replaceWithSchema(ShopRef.class, new StringSchema().example("nordkajak/kajak-se"));
    }

    @Bean
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    WordSchemas wordSchemas(JsonMapper json) {
        return new WordSchemas(json);
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

    /** Adds the problem as an answer of every route. The gate and the table of failures surround all routes. */
    @Bean
    GlobalOpenApiCustomizer problemsOfEveryRoute() {
        return api -> {
            var problem = ModelConverters.getInstance(true).read(Problem.class);
            Schema<?> told = Objects.requireNonNull(problem.get(PROBLEM));
            Objects.requireNonNull(told.getProperties().get("code")).setDescription(codes());
            api.getComponents().getSchemas().putAll(problem);
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> addProblems(operation.getResponses()));
        };
    }

    /** Each code with the names of its parameters, as the English detail has them. */
    private static String codes() {
        RefusalTexts texts = RefusalTexts.in(Locale.ENGLISH);
        return RefusalCode.all()
                .filter(code -> code != Reason.SEVERAL)
                .map(code -> "* `" + code.code() + "`: " + texts.text(filled(code)))
                .collect(Collectors.joining("\n"));
    }

    private static Refusal filled(RefusalCode code) {
        return new Refusal(
                code,
                code.parameters().stream().collect(Collectors.toMap(name -> name, name -> "{" + name + "}")),
                List.of());
    }

    private static void addProblems(ApiResponses answers) {
        answers.addApiResponse(
                "4XX",
                problem("The request is refused. `detail` says what is wrong and how to mend it, in Swedish, or in"
                        + " English if `Accept-Language` asks for it; `code` and `parameters` say it to programs."));
        answers.addApiResponse("5XX", problem("The request was not followed. `Retry-After` says when to try again."));
    }

    private static ApiResponse problem(String text) {
        Schema<?> schema = new Schema<>(SpecVersion.V31).$ref(PROBLEM);
        return new ApiResponse()
                .description(text)
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(schema)));
    }
}
