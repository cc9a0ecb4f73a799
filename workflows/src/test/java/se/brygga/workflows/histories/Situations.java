package se.brygga.workflows.histories;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Recorded;
import se.brygga.workflows.products.InitialActivities;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.stage.ScriptedFeed;
import se.brygga.workflows.stage.ScriptedShop;
import se.brygga.workflows.stage.Stage;
import se.brygga.workflows.stage.Trouble;
import se.brygga.workflows.transfer.ShopOrderActivities.ChangeFound;
import se.brygga.workflows.transfer.ShopOrderActivities.Fetched;
import se.brygga.workflows.transfer.StepResult;
import se.brygga.workflows.transfer.TransferRules;

/** The lives of workflows that are worth a golden history, by name; each plays on a stage and gives what it played. */
final class Situations {

    static final Map<String, Function<Stage, WorkflowStub>> ALL = all();

    private Situations() {}

    private static Map<String, Function<Stage, WorkflowStub>> all() {
        Map<String, Function<Stage, WorkflowStub>> all = new LinkedHashMap<>();
        all.put("transfer-happy", Situations::transferred);
        all.put("transfer-new-customer-and-articles", stage -> {
            stage.shop.fetch.answers(new Fetched.Ready(ScriptedShop.FACTS, false, 2, false));
            return transferred(stage);
        });
        all.put("transfer-invoice", stage -> {
            stage.shop.fetch.answers(new Fetched.Ready(ScriptedShop.FACTS, true, 0, true));
            return transferred(stage);
        });
        all.put("products-looked-and-poked", stage -> {
            WorkflowStub sync = stage.startProducts();
            stage.awaitPause(sync);
            sync.signal("poke");
            await().until(() -> stage.calls.made().contains("sync at_once"));
            return sync;
        });
        all.put("products-after-a-defect", stage -> {
            stage.products.sync.fails(Trouble.ourFault());
            WorkflowStub sync = stage.startProducts();
            stage.letPass(Duration.ofMinutes(6));
            stage.awaitPause(sync);
            return sync;
        });
        all.put("initial-planned-and-carried-out", stage -> {
            WorkflowStub initial = stage.startInitial();
            await().until(() -> stage.calls.made().size() == 1);
            stage.initial.advance.fails(ScriptedFeed.nothingNew()).answers(InitialActivities.Next.ENDS);
            initial.signal("poke");
            stage.letPass(ScriptedFeed.INTERVAL.plusSeconds(10));
            stage.awaitEndOf(initial);
            return initial;
        });
        all.put("transfer-skipped", stage -> {
            stage.shop.fetch.answers(new Fetched.Skipped(TransferRules.NOT_COMPLETE));
            return transferred(stage);
        });
        all.put("transfer-retried", stage -> {
            stage.shop.fetch.fails(Trouble.notSent()).fails(Trouble.busy(Duration.ofSeconds(20)));
            return transferred(stage);
        });
        all.put("transfer-stale", stage -> {
            stage.specter.submit.answers(new StepResult.Stale());
            return transferred(stage);
        });
        all.put("transfer-duplicate-after-time-out", stage -> {
            stage.specter.submit.fails(Trouble.outcomeUnknown());
            return transferred(stage);
        });
        all.put("transfer-parked-retry", stage -> decided(stage, Cause.PAYMENT_NOT_MAPPED, Decision.Kind.RETRY, null));
        all.put(
                "transfer-parked-send-anyway",
                stage -> decided(stage, Cause.TOTALS_DIFFER, Decision.Kind.SEND_ANYWAY, null));
        all.put("transfer-parked-skip", stage -> decided(stage, Cause.TOTALS_DIFFER, Decision.Kind.SKIP, null));
        all.put(
                "transfer-parked-done-by-hand",
                stage -> decided(stage, Cause.NUMBER_ALREADY_USED, Decision.Kind.DONE_BY_HAND, 77L));
        all.put("transfer-decision-refused", Situations::decisionRefused);
        all.put("transfer-sent-number-unknown", stage -> {
            stage.specter.submit.answers(new StepResult.Parked(Cause.SENT_NUMBER_UNKNOWN));
            WorkflowStub transfer = stage.startTransfer();
            stage.awaitAttention(transfer, Cause.SENT_NUMBER_UNKNOWN);
            stage.shop.fetch.answers(new Fetched.AlreadyTransferred(78, false, false));
            return decide(stage, transfer, Decision.Kind.DONE_BY_HAND, 78L);
        });
        all.put("change-settled", stage -> {
            stage.shop.compare.answers(new ChangeFound(Cause.CHANGED_AFTER_TRANSFER));
            WorkflowStub watch = stage.startWatch();
            stage.awaitAttention(watch, Cause.CHANGED_AFTER_TRANSFER);
            return decide(stage, watch, Decision.Kind.SKIP, null);
        });
        all.put("intake-poked", stage -> {
            WorkflowStub intake = stage.startIntake();
            stage.awaitPause(intake);
            intake.signal("poke");
            await().until(() -> stage.calls.made().size() == 2);
            stage.awaitPause(intake);
            return intake;
        });
        all.put("intake-continued-as-new", Situations::intakeContinuedAsNew);
        all.put("intake-second-run", stage -> stage.latestRunOf(intakeContinuedAsNew(stage)));
        all.putAll(FeedSituations.ALL);
        all.putAll(CallbackSituations.ALL);
        return all;
    }

    private static WorkflowStub intakeContinuedAsNew(Stage stage) {
        stage.intake.look.alwaysFails(Trouble.ourFault());
        WorkflowStub intake = stage.startIntake();
        stage.letPass(Duration.ofHours(5));
        stage.awaitEvent(intake, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW);
        return intake;
    }

    private static WorkflowStub transferred(Stage stage) {
        WorkflowStub transfer = stage.startTransfer();
        stage.resultOf(transfer);
        return transfer;
    }

    private static WorkflowStub decided(Stage stage, Cause cause, Decision.Kind kind, @Nullable Long number) {
        stage.shop.fetch.answers(new Fetched.Parked(cause));
        WorkflowStub transfer = stage.startTransfer();
        stage.awaitAttention(transfer, cause);
        return decide(stage, transfer, kind, number);
    }

    /** The refusal stands in the result of an activity, and in what the Update failed with. */
    private static WorkflowStub decisionRefused(Stage stage) {
        stage.shop.fetch.answers(new Fetched.Parked(Cause.NUMBER_ALREADY_USED));
        stage.books.record.answers(new Recorded.Refused(Reason.NUMBER_OF_ANOTHER.of(77, null)));
        WorkflowStub transfer = stage.startTransfer();
        stage.awaitAttention(transfer, Cause.NUMBER_ALREADY_USED);
        Decision refused = new Decision("decision-0", Decision.Kind.DONE_BY_HAND, "anna", "found it", 77L, null);
        assertThatThrownBy(() -> stage.decide(transfer, refused)).isNotNull();
        stage.awaitAttention(transfer, Cause.NUMBER_ALREADY_USED);
        return decide(stage, transfer, Decision.Kind.SKIP, null);
    }

    private static WorkflowStub decide(Stage stage, WorkflowStub waiting, Decision.Kind kind, @Nullable Long number) {
        stage.decide(waiting, new Decision("decision-1", kind, "anna", "as agreed", number, null));
        waiting.getResult(Object.class);
        return waiting;
    }
}
