package eu.nephele.platform.definition;

import eu.nephele.platform.definition.internal.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads {@code themes/*.yaml}: of Magnolia's themes the sizes of pictures, {@code imaging: variations}. */
final class ThemeReader {

    private static final int LARGEST = 5_000;
    private static final int USUAL_QUALITY = 82;
    private static final Set<String> FORMATS = Set.of("jpeg", "png", "webp");

    private ThemeReader() {}

    record Theme(List<PictureVariation> variations) {}

    static Theme read(Section root) {
        root.ignore("name", "class", "$type", "cssFiles", "jsFiles", "label", "description");
        var variations = new ArrayList<PictureVariation>();
        var imaging = root.section("imaging");
        imaging.ignore("class", "$type", "label", "enabled");
        for (var entry : imaging.named("variations")) {
            var section = entry.section();
            section.ignore("class", "$type", "label", "zoom", "name");
            var width = section.whole("width", 0, 0, LARGEST);
            var height = section.whole("height", 0, 0, LARGEST);
            var crop = section.flag("crop", width > 0 && height > 0);
            var format = section.text("format");
            var quality = section.whole("quality", USUAL_QUALITY, 1, 100);
            section.finish();
            if (!entry.name().matches("[A-Za-z0-9][\\w-]{0,60}")) {
                section.problems()
                        .major(entry.place(), section.path(), "is no name for a link: letters, digits, - and _", null);
            } else if (width == 0 && height == 0) {
                section.problems()
                        .major(entry.place(), section.path(), "has neither `width` nor `height`", "width: 800");
            } else if (format != null && !FORMATS.contains(format)) {
                section.major("format", "`%s` is none of jpeg, png, webp".formatted(format), "format: webp");
            } else {
                variations.add(new PictureVariation(entry.name(), width, height, crop, format, quality));
            }
        }
        imaging.finish();
        root.finish();
        return new Theme(variations);
    }
}
