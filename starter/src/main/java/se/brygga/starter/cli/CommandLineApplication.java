package se.brygga.starter.cli;

import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;
import se.brygga.activities.onboarding.Leaving;
import se.brygga.activities.onboarding.Onboarding;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.start.FailedStart;
import se.brygga.activities.start.SchemaDuty;
import se.brygga.activities.stock.StockInquiry;
import se.brygga.activities.store.IntakeBook;
import se.brygga.activities.store.OrderLists;
import se.brygga.activities.store.SetupStore;
import se.brygga.activities.store.feed.ArticleBook;
import se.brygga.activities.store.feed.StockBook;
import se.brygga.activities.store.feed.VariantBook;
import se.brygga.activities.sums.DaySums;
import se.brygga.activities.wiring.BooksConfiguration;
import se.brygga.activities.wiring.ClientsConfiguration;
import se.brygga.activities.wiring.TemporalConfiguration;
import se.brygga.activities.wiring.VaultConfiguration;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.starweb.StarwebClients;
import se.brygga.starter.feeds.FeedDesk;
import se.brygga.starter.orders.OrderDesk;
import se.brygga.starter.prices.PriceDesk;

/** The command line as a short-lived application without a web server. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(basePackageClasses = {CommandLineApplication.class, OrderDesk.class, PriceDesk.class, FeedDesk.class})
@Import({TemporalConfiguration.class, VaultConfiguration.class, BooksConfiguration.class, ClientsConfiguration.class})
public class CommandLineApplication {

    /** First arguments that are commands and not the app itself. */
    public static final Set<String> COMMANDS =
            Set.of("tenant", "orders", "feeds", "callbacks", "stock", "prices", "notices", "systems", "key");

    /** To the database: one command does one thing at a time. */
    private static final String CONNECTIONS = "2";

    /**
     * Runs one command.
     *
     * @return exit code: 0 done, 1 not done (the output says why), 2 wrong usage
     */
    public static int run(String... arguments) {
        if (arguments[0].equals("key")) {
            // Most of them need no database; the others start by themselves.
            return execute(new CommandLine(new KeyCommand()), arguments);
        }
        if (arguments.length > 1 && arguments[0].equals("tenant") && arguments[1].equals("check")) {
            TenantCommands.Check check = new TenantCommands.Check(setups -> inForce(application(), setups));
            return new CommandLine(check)
                    .setCommandName("brygga tenant check")
                    .execute(Arrays.copyOfRange(arguments, 2, arguments.length));
        }
        try (ConfigurableApplicationContext context = start()) {
            Class<?> command = switch (arguments[0]) {
                case "tenant" -> TenantCommand.class;
                case "feeds" -> FeedsCommand.class;
                case "callbacks" -> CallbackCommands.class;
                case "prices" -> PricesCommand.class;
                case "stock" -> StockCommand.class;
                case "notices" -> NoticesCommand.class;
                case "systems" -> SystemsCommand.class;
                default -> OrdersCommand.class;
            };
            return execute(new CommandLine(command, new BeanFactory(context)), arguments);
        } catch (RuntimeException e) {
            System.err.println("brygga: the command could not start: " + FailedStart.inWords(e));
            return 1;
        }
    }

    /** With the database and the clients of both systems. */
    static ConfigurableApplicationContext start() {
        return application().run();
    }

    private static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(CommandLineApplication.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.config.name",
                        "brygga-starter",
                        "logging.level.root",
                        "OFF",
                        "brygga.connections",
                        CONNECTIONS,
                        "brygga.connections-idle",
                        "0"));
    }

    private static int execute(CommandLine command, String... arguments) {
        return command.setExecutionExceptionHandler((e, line, parsed) -> {
                    // What a command says has its lines; what the database says is told in one.
                    System.err.println(e instanceof DataAccessException ? FailedStart.inWords(e) : e.getMessage());
                    return e instanceof CommandLine.TypeConversionException ? 2 : 1;
                })
                .execute(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /** A command asks at once, and what it finds out of a file that is only tried is no outage. */
    @Bean
    Outages outages() {
        return Outages.IGNORED;
    }

    @Bean
    SchemaDuty schemaDuty() {
        return SchemaDuty.CHECK;
    }

    private static TenantCommands.Check.Compared inForce(
            SpringApplicationBuilder application, List<TenantSetup> setups) {
        try (ConfigurableApplicationContext context = application.run()) {
            return context.getBean(TenantCommands.Check.Books.class).compare(setups);
        }
    }

    @Bean
    TenantCommands.Check.Books books(SetupStore books) {
        return setups -> new TenantCommands.Check.Compared(
                setups.stream()
                        .flatMap(setup -> books.objections(setup).stream())
                        .toList(),
                setups.stream()
                        .flatMap(setup -> books.moved(setup).stream()
                                .map(moved -> "tenant " + setup.tenant() + ": " + moved.warning()))
                        .toList());
    }

    @Bean
    Onboarding onboarding(
            StarwebClients starweb,
            SpecterClients specter,
            SetupStore setups,
            IntakeBook marks,
            TransactionTemplate transactions,
            @Value("${brygga.public-url:http://127.0.0.1:8080}") URI publicUrl) {
        return new Onboarding(starweb, specter, setups, marks, transactions, publicUrl);
    }

    @Bean
    Leaving leaving(SetupStore setups, StarwebClients starweb) {
        return new Leaving(setups, starweb);
    }

    @Bean
    StockInquiry stockInquiry(SetupStore setups, StockBook stock, VariantBook variants, ArticleBook articles) {
        return new StockInquiry(setups, stock, variants, articles);
    }

    @Bean
    DaySums daySums(OrderLists lists, SetupStore setups, IntakeBook marks, StarwebClients starweb, InstantSource time) {
        return new DaySums(lists, setups, marks, starweb, time);
    }

    /** Commands with collaborators come from Spring, the rest from picocli. */
    private record BeanFactory(ConfigurableApplicationContext context) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            K bean = context.getBeanProvider(type).getIfAvailable();
            return bean == null ? CommandLine.defaultFactory().create(type) : bean;
        }
    }
}
