package eu.nephele.webapp.app;

import eu.nephele.platform.delivery.Delivery;
import eu.nephele.platform.delivery.DeliverySettings;
import eu.nephele.platform.feed.ChangeFeed;
import eu.nephele.platform.repository.ContentRepository;
import eu.nephele.platform.search.EntrySearch;
import eu.nephele.webapp.app.DefinitionWiring.CurrentDefinitions;
import eu.nephele.webapp.deliveryrest.DeliveryServlet;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeliveryWiring {

    @Bean
    Delivery delivery(
            ContentRepository repository,
            EntrySearch search,
            ChangeFeed feed,
            CurrentDefinitions definitions,
            NepheleSettings settings) {
        var delivery = new Delivery(definitions, repository, search, limits(settings.delivery()));
        feed.follow("delivery", repository.lastRevision(), delivery::apply);
        return delivery;
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
                standard.maxNodes());
    }

    @Bean
    ServletRegistrationBean<DeliveryServlet> deliveryServlet(Delivery delivery, CurrentDefinitions definitions) {
        var registration = new ServletRegistrationBean<>(
                new DeliveryServlet(delivery, definitions), "/.rest/delivery/*", "/.rest/openapi.json");
        registration.setLoadOnStartup(1);
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
