package se.brygga.starter.cli;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.activities.outage.OutageBook;
import se.brygga.activities.store.AuditBook;
import se.brygga.activities.store.SetupStore;
import se.brygga.activities.store.feed.NoticeBook;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.CauseTexts;

/** {@code brygga notices}, and {@code brygga notices close}. */
@Component
@Command(
        name = "notices",
        description = "What somebody should know although no order waits for it, and what to do about it.",
        subcommands = {HelpCommand.class, NoticesCommand.Close.class})
final class NoticesCommand implements Callable<Integer> {

    /** For programs. */
    private record Listing(
            Standstill.Found standstill, List<OutageBook.Told> outages, List<NoticeBook.Notice> notices) {}

    private final OutageBook outages;
    private final NoticeBook book;
    private final SetupStore setups;
    private final Standstill standstill;

    @Parameters(paramLabel = "TENANT", arity = "0..1", description = "only of this tenant")
    private @Nullable String tenant;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--json", description = "for programs")
    private boolean json;

    NoticesCommand(OutageBook outages, NoticeBook book, SetupStore setups, Standstill standstill) {
        this.outages = outages;
        this.book = book;
        this.setups = setups;
        this.standstill = standstill;
    }

    @Override
    public Integer call() {
        if (tenant != null) {
            // Refuses one that is not there.
            setups.requireKnown(tenant);
        }
        List<NoticeBook.Notice> open = book.open(tenant);
        List<OutageBook.Told> known = outages.known().stream()
                .filter(told -> tenant == null || told.outage().door().tenant().equals(tenant))
                .toList();
        Standstill.Found found = standstill.look(tenant);
        if (json) {
            System.out.println(Output.json(new Listing(found, known, open)));
            return 0;
        }
        found.lines().forEach(System.out::println);
        boolean nothing = open.isEmpty() && known.isEmpty() && found.lines().isEmpty();
        System.out.print(nothing ? "Nothing to take note of.\n" : "");
        known.forEach(this::print);
        open.forEach(this::print);
        return 0;
    }

    /** Nobody closes it: it ends with the system's next good answer. */
    private void print(OutageBook.Told told) {
        CauseTexts texts = language.texts();
        Cause cause = told.outage().cause();
        System.out.printf(
                "%s  (%s)%n   %s, %s%n%n%s%n%n%s%nbrygga systems retry %s%n%n",
                texts.title(cause),
                cause.code(),
                told.outage().door().owner(),
                OutageLines.facts(told),
                texts.text(cause),
                texts.fix(cause),
                told.outage().door().owner());
    }

    private void print(NoticeBook.Notice notice) {
        CauseTexts texts = language.texts();
        System.out.printf(
                "%d  %s  (%s)%n   %s%s, since %s%s%n%n%s%n%s%n%n%s%nbrygga notices close %d%n%n",
                notice.id(),
                texts.title(notice.cause()),
                notice.cause().code(),
                notice.shop().isEmpty() ? notice.tenant() : notice.tenant() + "/" + notice.shop(),
                notice.subject().isEmpty() ? "" : ", " + notice.subject(),
                Output.time(notice.openedAt()),
                notice.times() == 1 ? "" : ", " + notice.times() + " times, last " + Output.time(notice.lastAt()),
                texts.text(notice.cause()),
                texts.detail(notice.detail()).indent(2).stripTrailing(),
                texts.fix(notice.cause()),
                notice.id());
    }

    /** {@code brygga notices close}. */
    @Component
    @Command(name = "close", description = "Somebody has taken note. What is still so, opens again by itself.")
    static final class Close implements Callable<Integer> {

        private final NoticeBook book;
        private final AuditBook audit;
        private final TransactionTemplate transactions;

        @Parameters(paramLabel = "ID", arity = "1..*", description = "as brygga notices shows it")
        private List<Long> ids = List.of();

        @Option(names = "--by", description = "who has; default: the login here")
        private String by = System.getProperty("user.name");

        @Option(names = "--reason", description = "why; kept in the audit log")
        private @Nullable String reason;

        Close(NoticeBook book, AuditBook audit, TransactionTemplate transactions) {
            this.book = book;
            this.audit = audit;
            this.transactions = transactions;
        }

        @Override
        public Integer call() {
            if (by.isBlank()) {
                throw new IllegalArgumentException("say who has taken note: --by must not be empty");
            }
            int missing = 0;
            for (long id : ids) {
                if (Boolean.TRUE.equals(transactions.execute(tx -> close(id)))) {
                    System.out.println("notice " + id + " is closed");
                } else {
                    System.err.println("no notice " + id + " is open");
                    missing++;
                }
            }
            return missing == 0 ? 0 : 1;
        }

        private boolean close(long id) {
            return book.open(null).stream()
                    .filter(notice -> notice.id() == id)
                    .findFirst()
                    .filter(notice -> book.close(id))
                    .map(this::written)
                    .isPresent();
        }

        private NoticeBook.Notice written(NoticeBook.Notice notice) {
            String subject = "notice " + notice.id() + " " + notice.cause().code()
                    + (notice.shop().isEmpty() ? "" : " " + notice.shop())
                    + (notice.subject().isEmpty() ? "" : " " + notice.subject());
            audit.add(new AuditBook.Deed(
                    UUID.randomUUID().toString(), by, "close-notice", notice.tenant(), subject, reason));
            return notice;
        }
    }
}
