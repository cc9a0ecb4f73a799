package se.brygga.testbed.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Fault;
import se.brygga.simulators.starweb.shop.WebHookSender.Disturbance;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.intake.OrderIntakeWorkflow;

/** Ways of an order that differ from the usual one in their beginning or their end. */
final class OtherOrderWays {

    private static final String INTAKE = "intake";

    private OtherOrderWays() {}

    /** The usual one, with its money and its customer compared as well. */
    static Way paid(Scene scene) {
        return new OrderWay(scene, "an order that is paid") {
            @Override
            String outcome(Victim victim) {
                likeInTheShop(victim);
                return super.outcome(victim);
            }
        };
    }

    /** Specter took the order and its answer was lost; the next attempt is told that it is there. */
    static Way duplicate(Scene scene) {
        return new OrderWay(scene, "an order whose first answer was lost") {
            @Override
            void act(Victim victim) {
                scene.specter
                        .faults()
                        .add(Fault.times(
                                        "action=newOrderSubmit sbmId=" + victim.merchant.account() + "$",
                                        Fault.Kind.DROP_AFTER_COMMIT,
                                        1)
                                .withAbout(about(victim)));
                super.act(victim);
            }

            @Override
            String outcome(Victim victim) {
                likeInTheShop(victim);
                return super.outcome(victim);
            }
        };
    }

    /** No web hook tells of it. */
    static Way found(Scene scene) {
        return new OrderWay(scene, "an order that only the intake finds") {
            @Override
            String lane() {
                return INTAKE;
            }

            @Override
            String workflows(Victim victim) {
                return "intake/" + victim.merchant.shop();
            }

            @Override
            Optional<String> shopCall(Victim victim, String request) {
                return request.equals("GET orders") ? Optional.of(request) : Optional.empty();
            }

            @Override
            boolean isSpecterCall(String action) {
                return false;
            }

            @Override
            void act(Victim victim) {
                scene.starweb.webHooks().disturb(new Disturbance(100, 0, 0, Duration.ZERO));
                super.act(victim);
                scene.starweb.webHooks().disturb(Disturbance.NONE);
                lookNow(scene, victim);
            }
        };
    }

    /** Somebody edits it in the shop after its transfer, and a person takes note. */
    static Way changed(Scene scene) {
        return new OrderWay(scene, "an order that is changed after its transfer") {
            @Override
            String lane() {
                return INTAKE;
            }

            @Override
            void prepare(Victim victim) {
                super.place(victim);
                super.act(victim);
            }

            @Override
            boolean isPrepared(Victim victim) {
                return super.isSettled(victim);
            }

            @Override
            void place(Victim victim) {}

            @Override
            void act(Victim victim) {
                scene.starweb.edit(victim.merchant.name(), victim.orderId);
                lookNow(scene, victim);
            }

            @Override
            String workflows(Victim victim) {
                return "(change/" + victim.order() + "|intake/" + victim.merchant.shop() + ")";
            }

            @Override
            void help(Victim victim) {
                if (waitsFor(victim)
                        .filter(Cause.CHANGED_AFTER_TRANSFER::equals)
                        .isPresent()) {
                    decide(victim, Cause.CHANGED_AFTER_TRANSFER, Decision.Kind.SKIP, null);
                }
            }

            @Override
            boolean isSettled(Victim victim) {
                return hasEnded(Question.change(victim.order()).workflowId());
            }

            @Override
            String outcome(Victim victim) {
                assertThat(victim.decided).hasSize(1);
                return super.outcome(victim);
            }
        };
    }

    /** It becomes an order and an invoice; where nobody can know whether there is one, a person looks. */
    static Way invoiced(Scene scene) {
        return new OrderWay(scene, "an order that becomes an invoice") {
            @Override
            Merchant.Use use() {
                return Merchant.Use.INVOICES;
            }

            @Override
            String lane() {
                return "invoice";
            }

            // The invoice's request names nothing but Specter's number.
            @Override
            @Nullable
            String about(Victim victim) {
                return null;
            }

            @Override
            void help(Victim victim) {
                if (waitsFor(victim).filter(Cause.INVOICE_UNCERTAIN::equals).isPresent()) {
                    decide(victim, Cause.INVOICE_UNCERTAIN, Decision.Kind.SKIP, null);
                }
            }

            @Override
            String outcome(Victim victim) {
                assertThat(isSettled(victim)).as("its workflow has ended").isTrue();
                long number = onceInSpecter(victim);
                assertThat(scene.specter
                                .account(victim.merchant.account())
                                .order(Long.toString(victim.orderId))
                                .orElseThrow()
                                .invoices())
                        .as("invoices")
                        .hasSize(1);
                assertThat(waitsFor(victim)).isEmpty();
                return decisions(victim) + "once, as " + number + ", 1 invoice";
            }
        };
    }

    private static void lookNow(Scene scene, Victim victim) {
        scene.apps
                .bean(WorkflowClient.class)
                .newUntypedWorkflowStub(OrderIntakeWorkflow.idOf(victim.merchant.shop()))
                .signal("poke");
    }
}
