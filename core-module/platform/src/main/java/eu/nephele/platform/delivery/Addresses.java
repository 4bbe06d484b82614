package eu.nephele.platform.delivery;

import eu.nephele.platform.delivery.Rendering.Found;
import eu.nephele.platform.richtext.InnerLinks;
import java.util.Optional;

/** Where readers find what is live: an entry at the endpoint that delivers it best, a file at its own address. */
final class Addresses implements InnerLinks.Addresses {

    static final String ASSET_WORKSPACE = "dam";

    private final Rendering rendering;
    private final Links links;

    Addresses(Rendering rendering, Links links) {
        this.rendering = rendering;
        this.links = links;
    }

    /** Of what is not live there is none: a draft's path is nobody's business. */
    @Override
    public Optional<String> of(String id, boolean picture) {
        return rendering.find(id).flatMap(found -> {
            if (found.location().workspace().equals(ASSET_WORKSPACE)) {
                return file(found);
            }
            return picture ? Optional.empty() : entry(found);
        });
    }

    Optional<String> entry(Found found) {
        var node = found.node();
        return rendering
                .plan
                .endpoints
                .endpointFor(node, found.location().workspace(), found.shape())
                .map(plan -> links.entry(plan.endpoint.path(), plan.relative(node.path())));
    }

    private Optional<String> file(Found found) {
        return Optional.of(rendering.withChildren(found, 1))
                .filter(asset -> asset.child(AssetWriter.CONTENT).isPresent())
                .map(asset -> AssetWriter.link(asset, links));
    }
}
