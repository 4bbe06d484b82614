package eu.nephele.platform.media;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** A vector picture with its drawing alone: scripts, events, foreign content, links to elsewhere, entities and styles that load something are left out. */
final class SvgSanitizer {

    private static final long MAX_BYTES = 20L * 1024 * 1024;
    private static final int MAX_DEPTH = 200;
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final Set<String> DRAWING = Set.of(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "textpath",
            "title",
            "desc",
            "image",
            "lineargradient",
            "radialgradient",
            "stop",
            "clippath",
            "mask",
            "pattern",
            "marker",
            "style",
            "switch",
            "filter",
            "feblend",
            "fecolormatrix",
            "fecomponenttransfer",
            "fecomposite",
            "feconvolvematrix",
            "fediffuselighting",
            "fedisplacementmap",
            "fedistantlight",
            "fedropshadow",
            "feflood",
            "fefunca",
            "fefuncb",
            "fefuncg",
            "fefuncr",
            "fegaussianblur",
            "femerge",
            "femergenode",
            "femorphology",
            "feoffset",
            "fepointlight",
            "fespecularlighting",
            "fespotlight",
            "fetile",
            "feturbulence");
    private static final Pattern ELSEWHERE = Pattern.compile(
            "url\\s*\\(\\s*['\"]?\\s*(?!#)|@import|expression\\s*\\(|javascript:|\\\\", Pattern.CASE_INSENSITIVE);
    private static final Pattern EMBEDDED_PICTURE =
            Pattern.compile("data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\\s]*");

    private final XMLStreamReader reader;
    private final XMLStreamWriter writer;
    private int depth;

    private SvgSanitizer(XMLStreamReader reader, XMLStreamWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    /** @throws PlatformException INVALID_VALUE for what is no well-formed picture, or uses entities; TOO_LARGE */
    static Upload.Source sanitized(Upload.Source source, long size) {
        if (size > MAX_BYTES) {
            throw new PlatformException(
                    ErrorCode.TOO_LARGE, say("A vector picture may have at most %,d bytes", MAX_BYTES));
        }
        try (var content = source.open()) {
            var clean = clean(content);
            return () -> new ByteArrayInputStream(clean);
        } catch (XMLStreamException broken) {
            var place = broken.getLocation();
            throw new PlatformException(
                    ErrorCode.INVALID_VALUE,
                    say(
                            "The vector picture cannot be read: it is no well-formed XML, or uses entities%s",
                            place == null ? "" : say(" (line %d)", place.getLineNumber())),
                    broken);
        } catch (IOException e) {
            throw new PlatformException(ErrorCode.BAD_REQUEST, say("The file could not be read to its end"), e);
        }
    }

    private static byte[] clean(InputStream content) throws XMLStreamException {
        var input = XMLInputFactory.newDefaultFactory();
        input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        input.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var bytes = new ByteArrayOutputStream();
        var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
        new SvgSanitizer(input.createXMLStreamReader(content), writer).copy();
        writer.close();
        return bytes.toByteArray();
    }

    private void copy() throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> {
                    writer.writeEndElement();
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth > 0) {
                        writer.writeCharacters(reader.getText());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("an entity", reader.getLocation());
                default -> {}
            }
        }
        if (depth != 0) {
            throw new XMLStreamException("unfinished", reader.getLocation());
        }
    }

    private void start() throws XMLStreamException {
        var name = reader.getLocalName();
        if (!SVG.equals(reader.getNamespaceURI()) || !DRAWING.contains(name.toLowerCase(Locale.ROOT))) {
            skip();
            return;
        }
        if (name.equalsIgnoreCase("style")) {
            style();
            return;
        }
        if (++depth > MAX_DEPTH) {
            throw new XMLStreamException("nested too deeply", reader.getLocation());
        }
        writer.writeStartElement(name);
        if (depth == 1) {
            writer.writeDefaultNamespace(SVG);
            writer.writeNamespace("xlink", XLINK);
        }
        for (var index = 0; index < reader.getAttributeCount(); index++) {
            attribute(index);
        }
    }

    private void attribute(int index) throws XMLStreamException {
        var name = reader.getAttributeLocalName(index);
        var space = reader.getAttributeNamespace(index);
        var value = reader.getAttributeValue(index);
        var isLink = name.equalsIgnoreCase("href");
        if (isLink && (space == null || space.isEmpty() || space.equals(XLINK))) {
            if (value.startsWith("#") || EMBEDDED_PICTURE.matcher(value).matches()) {
                writer.writeAttribute("xlink", XLINK, "href", value);
            }
        } else if ((space == null || space.isEmpty())
                && !name.toLowerCase(Locale.ROOT).startsWith("on")
                && !ELSEWHERE.matcher(value).find()) {
            writer.writeAttribute(name, value);
        }
    }

    private void style() throws XMLStreamException {
        var text = reader.getElementText();
        if (!ELSEWHERE.matcher(text).find()) {
            writer.writeStartElement("style");
            writer.writeCharacters(text);
            writer.writeEndElement();
        }
    }

    private void skip() throws XMLStreamException {
        for (var open = 1; open > 0; ) {
            var event = reader.next();
            open += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }
}
