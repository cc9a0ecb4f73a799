package se.brygga.starter.desk.door;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.attention.AttentionLists;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.goods.VariantBook;
import se.brygga.activities.onboarding.Leaving;
import se.brygga.activities.onboarding.Onboarding;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.status.specter.SilentLists;
import se.brygga.activities.stock.Stock;
import se.brygga.activities.stock.StockInquiry;
import se.brygga.activities.wiring.ClientsConfiguration;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.setup.WebShops;
import se.brygga.starter.desk.Operator;

/** All parts of the desk, for an app that has the books and Temporal. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackageClasses = Operator.class)
@Import(ClientsConfiguration.class)
public class DeskConfiguration {

    /** Calls of the desk ignore outages: a person waits, and what a tried set-up file finds is no outage. */
    @Bean
    Outages outages() {
        return Outages.IGNORED;
    }

    @Bean
    Onboarding onboarding(
            WebShops shops,
            SpecterClients specter,
            SetupStore setups,
            IntakeBook marks,
            DirtyBook dirty,
            TransactionTemplate transactions,
            @Value("${brygga.public-url:http://127.0.0.1:8080}") URI publicUrl) {
        return new Onboarding(shops, specter, setups, new Onboarding.Books(marks, dirty), transactions, publicUrl);
    }

    @Bean
    AttentionLists attentionLists(JdbcClient jdbc) {
        return new AttentionLists(jdbc);
    }

    @Bean
    SilentLists silentLists(JdbcClient jdbc) {
        return new SilentLists(jdbc);
    }

    @Bean
    Leaving leaving(SetupStore setups, WebShops shops) {
        return new Leaving(setups, shops);
    }

    @Bean
    StockInquiry stockInquiry(Stock stock, SetupStore setups, VariantBook variants, ArticleBook articles) {
        return stock.inquiry(setups, variants, articles);
    }
}
