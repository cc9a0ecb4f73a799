package se.brygga.starter.api;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.callbacks.Callback;
import se.brygga.starter.desk.door.DeskJson;
import se.brygga.starter.desk.initial.InitialDesk;
import se.brygga.starter.desk.initial.InitialLine;
import se.brygga.starter.desk.orders.OrderLine;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;

/** Puts the gate before all routes, and reads the words in their parameters. */
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

    /** Whoever asks: the gate has read the token. */
    private static final class CallerArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return Objects.requireNonNull(request.getAttribute(Gate.CALLER, RequestAttributes.SCOPE_REQUEST));
        }
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Cause.class, Cause::ofCode);
        registry.addConverter(String.class, Decision.Kind.class, Decision.Kind::ofCode);
        addWord(registry, OrderLine.State.class, "state");
        addWord(registry, Callback.State.class, "state");
        addWord(registry, Callback.Event.class, "event");
        addWord(registry, InitialLine.Kind.class, "kind");
        addWord(registry, InitialLine.Outcome.class, "outcome");
        addWord(registry, InitialDesk.Order.class, "order");
        addWord(registry, InitialDesk.Answer.class, "answer");
    }

    private static <E extends Enum<E> & Word> void addWord(FormatterRegistry registry, Class<E> type, String what) {
        registry.addConverter(String.class, type, text -> Word.of(type, what, text));
    }

    /** The language of an answer: Swedish, unless the request asks for English. */
    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver languages = new AcceptHeaderLocaleResolver();
        languages.setSupportedLocales(List.of(Locale.of("sv"), Locale.ENGLISH));
        languages.setDefaultLocale(Locale.of("sv"));
        return languages;
    }

    @Bean
    JsonMapperBuilderCustomizer deskJson() {
        return DeskJson::spoken;
    }
}
