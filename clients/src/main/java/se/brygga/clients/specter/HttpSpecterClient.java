package se.brygga.clients.specter;

import java.util.List;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.order.SpecterArticle;
import se.brygga.clients.specter.order.SpecterCustomer;
import se.brygga.clients.specter.order.SpecterForm;
import se.brygga.clients.specter.order.SpecterForms;
import se.brygga.clients.specter.order.SpecterOrder;
import se.brygga.clients.specter.wire.Latin1;

/** {@link SpecterClient} over Specter's form protocol. */
final class HttpSpecterClient implements SpecterClient {

    private final SpecterSetup setup;
    private final SpecterCalls calls;
    private final SpecterGapAdapter gaps;

    HttpSpecterClient(SpecterSetup setup, SpecterCalls calls) {
        this.setup = setup;
        this.calls = calls;
        this.gaps = new SpecterGapAdapter(setup.assumedAdapter());
    }

    @Override
    public SpecterAnswer submitCustomer(SpecterCustomer customer, String subject) {
        SpecterForm form = SpecterForms.customer(customer);
        return calls.send(
                SpecterRequest.put("newCustomerSubmit", subject, form.signedName(), form, SpecterRequest.Wants.NUMBER));
    }

    @Override
    public SpecterAnswer submitArticles(
            List<SpecterArticle> articles, SpecterArticle.Existing existing, String subject) {
        SpecterForm form = gaps.withAssumed(SpecterForms.articles(articles, existing), articles);
        return calls.send(SpecterRequest.put(
                "newArticleSubmit", subject, form.firstArticle(), form, SpecterRequest.Wants.NOTHING));
    }

    @Override
    public SpecterAnswer submitOrder(SpecterOrder order, long customerId) {
        return calls.send(SpecterRequest.put(
                        "newOrderSubmit",
                        order.externalOrderNo(),
                        new Latin1(Long.toString(customerId)),
                        SpecterForms.order(order, customerId),
                        SpecterRequest.Wants.ORDER_NUMBER)
                .inShop(order.webshopId()));
    }

    @Override
    public SpecterAnswer invoiceOrder(long orderNo, String subject) {
        return calls.send(gaps.invoice(orderNo, subject));
    }

    @Override
    public ConnectionCheck check() {
        try {
            return ConnectionFinding.of(calls.send(ConnectionFinding.question(setup)));
        } catch (RemoteFailure failure) {
            return ConnectionFinding.of(failure, setup);
        }
    }
}
