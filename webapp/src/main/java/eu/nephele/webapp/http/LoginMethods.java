package eu.nephele.webapp.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How one may log in here.
 *
 * @param password always, so that nobody is locked out when a provider is down
 * @param openId null where no provider is set up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoginMethods(boolean password, @Nullable Provider openId) {

    /**
     * @param label what the button says; empty for a text of the page's own
     * @param start where the browser goes
     */
    public record Provider(String label, String start) {}
}
