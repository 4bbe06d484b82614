package eu.nephele.webapp.app;

import eu.nephele.platform.delivery.Delivery;
import eu.nephele.platform.delivery.DeliverySettings;
import eu.nephele.platform.delivery.MomentPictures;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.search.AssetText;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.platform.search.Indexer;
import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import eu.nephele.webapp.deliveryrest.DeliveryServlet;
import eu.nephele.webapp.editorapi.ReadersUpToDate;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

@Configuration(proxyBeanMethods = false)
class DeliveryWiring {

    private static final Duration LONGEST_WAIT_FOR_READERS = Duration.ofSeconds(2);

    @Bean
    Delivery delivery(
            ContentRepository repository,
            EntrySearch search,
            CurrentDefinitions definitions,
            NepheleSettings settings,
            AssetText assetText,
            MomentPictures momentPictures) {
        return new Delivery(definitions, repository, search, limits(settings.delivery()), assetText, momentPictures);
    }

    /** A publication is acknowledged once delivery has followed it; when that takes too long, it is acknowledged all the same. */
    @Bean
    ReadersUpToDate readersUpToDate(Delivery delivery, ContentRepository repository, ChangeFeed feed, Indexer indexer) {
        var following = feed.follow("delivery", repository.lastRevision(), delivery::apply);
        delivery.follow((revision, atMost) -> {
            var start = System.nanoTime();
            return following.awaitPosition(revision, atMost)
                    && indexer.awaitRevision(revision, atMost.minusNanos(System.nanoTime() - start));
        });
        return () -> {
            try {
                following.awaitPosition(repository.lastRevision(), LONGEST_WAIT_FOR_READERS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private static DeliverySettings limits(NepheleSettings.Delivery settings) {
        var standard = DeliverySettings.DEFAULT;
        return new DeliverySettings(
                settings.linkBase(),
                settings.cacheSize().toBytes(),
                standard.maxParameters(),
                standard.maxParameterLength(),
                standard.maxValues(),
                standard.maxPathDepth(),
                standard.maxOffset(),
                standard.maxReferenceDepth(),
                standard.maxNodes(),
                standard.longestWait());
    }

    @Bean
    ServletRegistrationBean<DeliveryServlet> deliveryServlet(Delivery delivery, CurrentDefinitions definitions) {
        var registration = new ServletRegistrationBean<>(
                new DeliveryServlet(delivery, definitions), "/.rest/delivery/*", "/.rest/openapi.json");
        registration.setLoadOnStartup(1);
        return registration;
    }

    /** Delivery is public and has no security filter in front, but what is for administrators: there the same log-in is asked for. */
    @Bean
    FilterRegistrationBean<Filter> explainedDelivery(
            ServletRegistrationBean<DeliveryServlet> servlet, WebApplicationContext context) {
        var delivery = servlet.getServlet();
        var security = new DelegatingFilterProxy("springSecurityFilterChain", context);
        Filter filter = (request, response, chain) -> {
            if (delivery.asksForExplanation((HttpServletRequest) request)) {
                security.doFilter(request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        };
        var registration = new FilterRegistrationBean<>(filter);
        registration.setName("explainedDelivery");
        registration.addUrlPatterns("/.rest/*");
        return registration;
    }

    /** Endpoints may lie anywhere below {@code /.rest}: those outside {@code delivery/} are handed over before Spring MVC sees them. */
    @Bean
    FilterRegistrationBean<Filter> deliveryElsewhere(ServletRegistrationBean<DeliveryServlet> servlet) {
        var delivery = servlet.getServlet();
        Filter filter = (request, response, chain) -> {
            if (delivery.serves((HttpServletRequest) request)) {
                delivery.service(request, response);
            } else {
                chain.doFilter(request, response);
            }
        };
        var registration = new FilterRegistrationBean<>(filter);
        registration.setName("deliveryElsewhere");
        registration.setServletNames(List.of("dispatcherServlet"));
        return registration;
    }
}
