package se.brygga.activities;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.specter.SpecterClient;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.order.SpecterArticle;
import se.brygga.clients.specter.order.SpecterCustomer;
import se.brygga.clients.specter.order.SpecterOrder;

/** A Specter that answers what a test tells it to, in that order, and keeps what it was sent. */
public final class ScriptedSpecter implements SpecterClient {

    /** What was sent as a new order. */
    public record Sent(SpecterOrder order, long customerId) {}

    public final List<SpecterCustomer> customers = new ArrayList<>();
    public final List<List<String>> articles = new ArrayList<>();
    public final List<Sent> orders = new ArrayList<>();
    public final List<Long> invoiced = new ArrayList<>();

    public int checks;

    private final Queue<Supplier<SpecterAnswer>> answers = new ArrayDeque<>();

    public ScriptedSpecter answers(SpecterAnswer... next) {
        for (SpecterAnswer answer : next) {
            plays(() -> answer);
        }
        return this;
    }

    public ScriptedSpecter refuses(String code) {
        return answers(new SpecterAnswer.Refused(code, "Åsa Öberg", code.equals("41")));
    }

    public ScriptedSpecter fails(RemoteFailure.Kind kind, RemoteFailure.Why why) {
        return plays(() -> {
            throw new RemoteFailure(RemoteSystem.SPECTER, kind, why, "newOrderSubmit K10025: " + why.key());
        });
    }

    public ScriptedSpecter plays(Supplier<SpecterAnswer> answer) {
        answers.add(answer);
        return this;
    }

    private SpecterAnswer next() {
        Supplier<SpecterAnswer> answer = answers.poll();
        if (answer == null) {
            throw new AssertionError("the test did not expect this call");
        }
        return answer.get();
    }

    @Override
    public SpecterAnswer submitCustomer(SpecterCustomer customer, String subject) {
        customers.add(customer);
        return next();
    }

    @Override
    public SpecterAnswer submitArticles(List<SpecterArticle> wanted, SpecterArticle.Existing existing, String subject) {
        articles.add(wanted.stream().map(SpecterArticle::articleNo).toList());
        return next();
    }

    @Override
    public SpecterAnswer submitOrder(SpecterOrder order, long customerId) {
        orders.add(new Sent(order, customerId));
        return next();
    }

    @Override
    public SpecterAnswer invoiceOrder(long orderNo, String subject) {
        invoiced.add(orderNo);
        return next();
    }

    @Override
    public ConnectionCheck check() {
        checks++;
        return new ConnectionCheck.Fine();
    }
}
