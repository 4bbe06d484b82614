package eu.nephele.webapp.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.webapp.app.TestingApplication.Answer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures in other sizes, by the links of Magnolia and by signed ones, made by real worker processes. */
class RenditionHttpTest extends ServerTest {

    @Test
    void aThemesVariationIsServedUprightByPathAndById() throws Exception {
        var photo = upload("photo.jpg");
        var path = photo.json().get("@path").asString();

        var byPath = server.get("/.imaging/mte/nephele/thumbnail/dam" + path + "/jcr:content/photo.jpg");
        var byId = server.get("/.imaging/mte/nephele/square/dam/" + id(photo) + "/photo.jpg");

        assertThat(byPath.status()).as(byPath.text()).isEqualTo(200);
        assertThat(byPath.header("Content-Type")).isEqualTo("image/jpeg");
        // 400 x 300 as stored, turned by the camera: upright it is 300 x 400.
        assertThat(size(byPath)).isEqualTo("180x240");
        assertThat(size(byId)).isEqualTo("300x300");
        assertThat(byPath.text()).doesNotContain("Example Photographer");
        assertThat(server.get(
                                "/.imaging/mte/nephele/square/dam/" + id(photo) + "/photo.jpg",
                                "If-None-Match",
                                byId.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void everyLinkShowsThePartThatEditorsCutOutAsSoonAsTheyDo() throws Exception {
        var photo = upload("photo.jpg");
        var id = id(photo);
        var path = photo.json().get("@path").asString();
        var byPath = "/.imaging/mte/nephele/thumbnail/dam" + path + "/jcr:content/photo.jpg";
        var signed = link(id, "w150-png");
        var before = server.get(byPath);
        assertThat(size(before)).isEqualTo("180x240");
        var original = server.get("/dam/" + id + "/photo.jpg").response().body();

        var cut = crop(id, "\"0.5,0.25,0.5,0.25\"");
        assertThat(cut.status()).as(cut.text()).isEqualTo(200);
        assertThat(cut.json().get("crop").asString()).isEqualTo("0.5,0.25,0.5,0.25");

        var after = server.get(byPath, "If-None-Match", before.header("ETag"));
        assertThat(size(after)).isEqualTo("150x100");
        assertThat(size(server.get(signed))).isEqualTo("150x100");
        assertThat(size(server.get("/.imaging/mte/nephele/square/dam/" + id + "/photo.jpg")))
                .isEqualTo("100x100");
        assertThat(size(server.get(link(id, "w300-c0,0,1,1")))).isEqualTo("300x400");
        assertThat(size(server.admin("GET", "/.rest/editor/v1/assets/" + id + "/picture?size=w300", "")))
                .isEqualTo("150x100");
        assertThat(server.get("/dam/" + id + "/photo.jpg").response().body()).isEqualTo(original);
        var inside = ImageIO.read(
                new ByteArrayInputStream(server.get(signed).response().body()));
        var whole = ImageIO.read(new ByteArrayInputStream(
                server.get(link(id, "w300-c0,0,1,1-png")).response().body()));
        assertThat(inside.getRGB(10, 20)).isEqualTo(whole.getRGB(160, 120));

        assertThat(crop(id, "null").json().has("crop")).isFalse();
        assertThat(server.get(byPath).header("ETag")).isEqualTo(before.header("ETag"));
    }

    @Test
    void aCropThatIsNoneIsRefusedWithItsCureAndOneOfAVectorPictureToo() throws Exception {
        var beyond = crop(id(upload("drawing.png")), "\"0.5,0,0.6,1\"");
        assertThat(beyond.status()).isEqualTo(400);
        assertThat(beyond.text()).contains("four numbers from 0 to 1", "0.5,0,0.6,1", "\"crop\"");
        var svg = server.upload(
                "sign.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><rect width=\"4\" height=\"4\"/></svg>"
                        .getBytes(StandardCharsets.UTF_8));
        var vector = crop(id(svg), "\"0,0,0.5,1\"");
        assertThat(vector.status()).isEqualTo(400);
        assertThat(vector.text()).contains("pictures of pixels only; sign.svg is image/svg+xml");
    }

    private Answer crop(String id, String crop) throws Exception {
        return server.admin("PATCH", "/.rest/editor/v1/assets/" + id, "{\"properties\":{\"crop\":%s}}".formatted(crop));
    }

    @Test
    void browsersThatLikeWebpGetItAndMovingPicturesKeepMoving() throws Exception {
        var png = id(upload("drawing.png"));
        var gif = id(upload("moving.gif"));

        var webp = server.get(
                "/.imaging/mte/nephele/thumbnail/dam/" + png + "/d.png", "Accept", "image/avif,image/webp,*/*");
        assertThat(webp.header("Content-Type")).isEqualTo("image/webp");
        assertThat(new String(webp.response().body(), 8, 4, StandardCharsets.US_ASCII))
                .isEqualTo("WEBP");
        assertThat(webp.header("Vary")).contains("Accept");
        assertThat(server.get("/.imaging/mte/nephele/thumbnail/dam/" + png + "/d.png")
                        .header("Content-Type"))
                .isEqualTo("image/png");

        var moving = server.get(link(gif, "w48"), "Accept", "image/webp");
        assertThat(moving.header("Content-Type")).isEqualTo("image/gif");
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(
                new ByteArrayInputStream(moving.response().body())));
        assertThat(reader.getNumImages(true)).isEqualTo(5);
        assertThat(reader.getWidth(0)).isEqualTo(48);
    }

    @Test
    void whatIsNeitherNamedNorSignedIsNotMade() throws Exception {
        var id = id(upload("drawing.png"));
        var link = link(id, "w77-h33-cover-f0,1-jpeg-q60");

        assertThat(size(server.get(link))).isEqualTo("77x33");
        assertThat(server.get(link.replace("w77", "w78")).status()).isEqualTo(404);
        assertThat(server.get("/.imaging/mte/nephele/w77/dam/" + id + "/x.png").status())
                .isEqualTo(404);
        assertThat(server.get("/.imaging/signed/00000000000000000000000000000000/w77/" + id + "/x.png")
                        .status())
                .isEqualTo(404);
        assertThat(server.get("/.imaging/mte/nephele/square/dam/../../etc/passwd")
                        .status())
                .isIn(400, 404);
        assertThat(server.admin("GET", "/.rest/editor/v1/assets/" + id + "/rendition-link?size=enormous", "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void documentsAndFilmsShowAPictureAndTextsSayThatTheyHaveNone() throws Exception {
        assertThat(size(server.get("/.imaging/mte/nephele/thumbnail/dam/" + id(upload("strategy.pdf")) + "/s.pdf")))
                .endsWith("x240");
        var poster = server.get(link(id(upload("film.mp4")), "w160-t1.5"));
        assertThat(poster.status()).as(poster.text()).isEqualTo(200);
        assertThat(poster.header("Content-Type")).startsWith("image/");
        var none = server.get("/.imaging/mte/nephele/thumbnail/dam/" + id(upload("captions.vtt")) + "/c.vtt");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.text()).contains("No picture can be made of captions");
    }

    @Test
    void manyWhoAskAtOnceGetTheSameAndAPictureTooLargeIsRefused() throws Exception {
        var link = link(id(upload("photo.jpg")), "w123");
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Answer>>();
            for (var visitor = 0; visitor < 20; visitor++) {
                answers.add(visitors.submit(() -> server.get(link)));
            }
            var first = answers.getFirst().get().response().body();
            for (var answer : answers) {
                assertThat(answer.get().response().body()).isEqualTo(first);
            }
        }
        var huge = eu.nephele.platform.media.HostileFiles.all("http://127.0.0.1:9/")
                .get("huge.png");
        var id = server.upload("huge.png", huge).json().get("@id").asString();
        var refused = server.get("/.imaging/mte/nephele/square/dam/" + id + "/huge.png");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("65,500 x 65,500");
    }

    private String link(String id, String size) throws Exception {
        var answer = server.admin("GET", "/.rest/editor/v1/assets/" + id + "/rendition-link?size=" + size, "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("link").asString();
    }

    private Answer upload(String name) throws Exception {
        var uploaded = server.upload(name, eu.nephele.platform.media.HostileFiles.sample(name));
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
        return uploaded;
    }

    private static String id(Answer uploaded) {
        return uploaded.json().get("@id").asString();
    }

    private static String size(Answer answer) throws Exception {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(answer.response().body()));
        return picture.getWidth() + "x" + picture.getHeight();
    }
}
