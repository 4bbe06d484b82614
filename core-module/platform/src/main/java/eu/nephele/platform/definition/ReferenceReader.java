package eu.nephele.platform.definition;

import eu.nephele.platform.definition.EndpointDefinition.ReferenceRule;
import eu.nephele.platform.definition.EndpointDefinition.Resolver;
import eu.nephele.platform.definition.internal.NearestName;
import eu.nephele.platform.definition.internal.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads {@code references:} of an endpoint. */
final class ReferenceReader {

    private static final String PROPERTY_NAME = "propertyName";

    private ReferenceReader() {}

    static List<ReferenceRule> read(Section endpoint) {
        var rules = new ArrayList<ReferenceRule>();
        for (var entry : endpoint.named("references")) {
            var section = entry.section();
            section.ignore("class", "$type", "implementationClass");
            var name = pattern(section, entry.name());
            var nodeType = section.text("nodeType");
            var resolver = resolver(section);
            if (name != null && resolver != null) {
                rules.add(new ReferenceRule(entry.name(), name, nodeType, resolver));
            }
            section.finish();
        }
        return rules;
    }

    private static @Nullable Pattern pattern(Section section, String fallback) {
        var written = section.text(PROPERTY_NAME, fallback);
        try {
            return Pattern.compile(written);
        } catch (PatternSyntaxException e) {
            section.major(PROPERTY_NAME, "is no regular expression: " + e.getDescription(), null);
            return null;
        }
    }

    private static @Nullable Resolver resolver(Section rule) {
        if (rule.value("referenceResolver").isEmpty()) {
            rule.major("referenceResolver", "needs a `referenceResolver`", "$type: jcrReferenceResolver");
            return null;
        }
        var section = rule.section("referenceResolver");
        section.ignore("name");
        var type = section.text("$type");
        var className = section.text("class");
        var implementation = section.text("implementationClass");
        var written = type != null ? type : className != null ? className : implementation;
        var resolver = resolver(section, written == null ? "" : written);
        section.finish();
        return resolver;
    }

    private static @Nullable Resolver resolver(Section section, String written) {
        if (written.equals("assetReferenceResolver") || written.endsWith(".AssetReferenceResolverDefinition")) {
            return new Resolver.Asset(
                    section.flag("expand", true),
                    section.flag("includeAssetMetadata", true),
                    section.flag("includeDownloadLink", true),
                    section.texts("assetRenditions"));
        }
        if (written.equals("jcrReferenceResolver")
                || written.equals("norsuReferenceResolver")
                || written.endsWith(".JcrReferenceResolverDefinition")
                || written.endsWith(".UuidToNodeReferenceResolver")) {
            var workspace = section.text("targetWorkspace");
            section.ignore("depthInReferencedNode");
            var expand = section.flag("expand", true);
            var link = section.flag("generateLink", false);
            if (workspace == null) {
                section.major("targetWorkspace", "needs a `targetWorkspace`", null);
                return null;
            }
            return new Resolver.Node(workspace, expand, link);
        }
        section.major(
                "$type",
                written.isEmpty() ? "needs a `$type`" : "unknown resolver `%s`".formatted(written),
                NearestName.suggest(written, List.of("jcrReferenceResolver", "assetReferenceResolver")));
        section.ignore(section.keys().toArray(String[]::new));
        return null;
    }
}
