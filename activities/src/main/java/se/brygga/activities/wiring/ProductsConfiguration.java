package se.brygga.activities.wiring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.brygga.activities.products.SyncBook;
import se.brygga.activities.products.groups.ArticleGroups;
import se.brygga.activities.products.initial.InitialBook;
import se.brygga.activities.products.initial.InitialLineBook;
import se.brygga.activities.products.master.ArticleMasters;
import se.brygga.activities.products.shop.ShopLineBook;
import se.brygga.activities.products.specter.LookBook;
import se.brygga.activities.products.specter.ProductBook;
import se.brygga.activities.sql.Database;

/** The books of the sync of products. */
@Configuration(proxyBeanMethods = false)
class ProductsConfiguration {

    @Bean
    ArticleMasters articleMasters(Database database) {
        return new ArticleMasters(database);
    }

    @Bean
    ArticleGroups articleGroups(Database database, ArticleMasters masters) {
        return new ArticleGroups(database, masters);
    }

    @Bean
    ProductBook productBook(Database database) {
        return new ProductBook(database);
    }

    @Bean
    LookBook lookBook(Database database) {
        return new LookBook(database);
    }

    @Bean
    SyncBook syncBook(Database database) {
        return new SyncBook(database);
    }

    @Bean
    ShopLineBook shopLineBook(Database database) {
        return new ShopLineBook(database);
    }

    @Bean
    InitialBook initialBook(Database database) {
        return new InitialBook(database);
    }

    @Bean
    InitialLineBook initialLineBook(Database database) {
        return new InitialLineBook(database);
    }
}
