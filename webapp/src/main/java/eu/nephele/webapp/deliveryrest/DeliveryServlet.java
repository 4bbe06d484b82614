package eu.nephele.webapp.deliveryrest;

import eu.nephele.platform.definition.Definitions;
import eu.nephele.platform.delivery.Delivery;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;

/**
 * Serves the delivery endpoints, {@code /.rest/delivery} and {@code /.rest/openapi.json}. To be mapped to {@code /.rest/delivery/*} (which
 * includes {@code /.rest/delivery}) and {@code /.rest/openapi.json}; endpoints may also lie elsewhere below {@code /.rest/}: where another
 * servlet owns those paths, a filter before it asks {@link #serves} and hands the request here. Reads no session, needs no authentication, and
 * answers OPTIONS itself, so security in front must let GET, HEAD and OPTIONS of these paths pass and leave their cache headers alone.
 */
public final class DeliveryServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    public DeliveryServlet(Delivery delivery, Supplier<Definitions> definitions) {}

    /** Whether the request is for a path that this servlet answers. */
    public boolean serves(HttpServletRequest request) {
        throw new UnsupportedOperationException("being built");
    }
}
