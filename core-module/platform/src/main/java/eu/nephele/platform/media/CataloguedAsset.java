package eu.nephele.platform.media;

import eu.nephele.api.content.ContentNode;
import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import eu.nephele.api.content.SystemProperties;
import eu.nephele.api.content.Value;
import eu.nephele.platform.access.Subject;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An asset with what it is found, counted and sorted by.
 *
 * @param node without children, for rights
 * @param words all that is said of it, folded
 */
record CataloguedAsset(
        ContentNode node,
        Asset asset,
        String title,
        boolean isTrash,
        Map<AssetFacet, Set<String>> facets,
        AssetMetadata.Extraction extraction,
        String words) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** @param whole with its children */
    static CataloguedAsset of(ContentNode whole) {
        var asset = AssetNodes.asset(whole);
        var given = whole.text(AssetProperty.TITLE.key());
        var title = given == null || given.isBlank() ? asset.fileName() : given;
        var words = new StringBuilder(asset.path()).append(' ').append(asset.fileName());
        whole.properties().forEach((name, value) -> {
            if (!SystemProperties.isSystem(name)) {
                value.each().forEach(one -> words.append(' ').append(one.asText()));
            }
        });
        AssetNodes.metadata(whole).values().values().stream()
                .filter(Value.Text.class::isInstance)
                .forEach(text -> words.append(' ').append(text.asText()));
        return new CataloguedAsset(
                whole.withChildren(List.of()),
                asset,
                title,
                whole.value(SystemProperties.DELETED) instanceof Value.Flag(boolean deleted) && deleted,
                AssetFacet.of(whole, asset),
                AssetNodes.metadata(whole).extraction(),
                fold(words.toString()));
    }

    Location at() {
        return new Location(Perspective.DRAFT, Assets.WORKSPACE.name(), asset.path());
    }

    Subject subject() {
        return Subject.of(at(), node);
    }

    boolean isIn(String folder, boolean below) {
        var own = at().parent().path();
        return own.equals(folder) || below && (folder.equals("/") || own.startsWith(folder + "/"));
    }

    /** Small letters without accents. */
    static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
