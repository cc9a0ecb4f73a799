package se.brygga.activities.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import se.brygga.activities.SampleOrder;
import se.brygga.activities.mapping.Translation;
import se.brygga.clients.starweb.StarwebOrder;

/** What the first version wrote into the database is read by this one: fields have come and gone since. */
class OrderCodecTest {

    private final OrderCodec codec = new OrderCodec();

    @Test
    void readsAnOrderAsTheFirstVersionKeptIt() {
        StarwebOrder order = codec.order("""
                {"orderId":10025,"createdAt":"2026-11-02T10:00:00Z","modifiedAt":"2026-11-02T10:00:00Z","complete":true,
                "status":{"statusId":11,"idCode":"created","names":[]},
                "customer":{"customerId":7,"company":false,"email":"asa@example.se","nationalIdNo":null,"vatNo":null},
                "payment":{"methodId":1,"idCode":"klarna","externalId":null,"name":"Klarna","fee":0,"vatRate":0,
                "reference":"RES-1","status":"reserved"},
                "shipping":{"methodId":1,"externalId":null,"name":"PostNord","cost":0,"vatRate":0},
                "currency":"SEK","currencyPrecision":2,"totalAmount":100.00,"totalVat":25.00,"amountToPay":125.00,
                "langCode":"sv","discountCode":null,"stockLocationId":3,"shopCountryCode":"SE","externalId":null,
                "externalIdType":null,
                "items":[{"itemId":1,"sku":"MUGG","description":"Mugg","quantity":1,"unitPrice":100.00,"vatRate":25.0,
                "discount":0,"discountType":"PERCENT","bundled":[]}],
                "addresses":{"originalInvoice":{"companyName":null,"firstName":"Åsa","lastName":"Öberg","careOf":null,
                "attention":null,"reference":null,"address":"Ekgatan 1","postalCode":"412 50","city":"Göteborg",
                "state":null,"countryCode":"SE","phoneNo":null,"mobilePhoneNo":null},"originalDelivery":null,
                "customerInvoice":null,"customerDelivery":null,"paymentMethodInvoice":null,
                "paymentMethodDelivery":null}}""".getBytes(StandardCharsets.UTF_8));

        assertThat(order.remarks()).isEqualTo(StarwebOrder.Remarks.NONE);
        assertThat(order.currencyExchangeRate()).isNull();
        assertThat(codec.contentHash(order))
                .isEqualTo(codec.contentHash(
                        SampleOrder.of(10025, "2026-11-02T10:00:00Z").build()));
    }

    @Test
    void readsATranslationAsTheFirstVersionKeptIt() {
        Translation.Draft draft = codec.draft("""
                {"customer":{"company":null,"firstName":"Åsa","surName":"Öberg","email":"asa@example.se","phone":null,
                "mobile":null,"orgNo":null,"vatNo":null,"invoice":{"address":"Ekgatan 1","addressRow2":null,
                "zipCode":"412 50","city":"Göteborg","countryCode":"SE","region":null},"delivery":null,
                "currency":"SEK","language":"SE","group":1,
                "match":{"ignoreEmail":false,"ignoreOrgNo":false,"forceUpdate":true}},
                "order":{"externalOrderNo":"K10025","webshopId":1,"stockSiteId":null,"currency":"SEK","language":"SE",
                "payType":"KG","payReference":"RES-1","paySystemUser":null,"prepayment":false,
                "deliveryMethod":"PostNord","customerReference":null,"internalComment":"Webborder 10025",
                "publishedComment":null,"sendOrderMail":false,
                "rows":[{"articleNo":"MUGG","articleName":"Mugg","comment":null,"priceExclVat":100.000,"quantity":1,
                "vatPercent":25}]},
                "articles":[{"articleNo":"MUGG","name":"Mugg","priceExclVat":100.000,"vatPercent":25}],
                "specterTotal":{"amount":125.00,"currency":"SEK"},"otherTotals":[]}""".getBytes(StandardCharsets.UTF_8));

        assertThat(draft.customer().invoiceCompanyName()).isNull();
        assertThat(draft.articles().getFirst().vatPercent()).isEqualTo(25);
    }
}
