package se.brygga.clients.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.List;

/** The time comes from outside, so that a test can move it. */
public final class TimeRules {

    private static final List<Class<?>> TIMES =
            List.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class);

    private static final DescribedPredicate<JavaMethodCall> NOW = DescribedPredicate.describe(
            "asks what time it is",
            call -> call.getName().equals("now") && TIMES.stream().anyMatch(call.getTargetOwner()::isEquivalentTo));

    public static final ArchRule NOBODY_USES_THE_OLD_DATES = noClasses()
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are java.util's dates",
                    type -> type.isEquivalentTo(Date.class) || type.isEquivalentTo(Calendar.class)));

    private TimeRules() {}

    /** @param wiring the packages where the system's clock is handed to the others */
    public static ArchRule timeComesFromOutside(String... wiring) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(wiring)
                .should()
                .callMethodWhere(NOW)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class);
    }
}
