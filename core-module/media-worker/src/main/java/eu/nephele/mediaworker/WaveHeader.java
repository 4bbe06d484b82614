package eu.nephele.mediaworker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Duration and channels of a WAV recording, which Tika does not ask for. */
final class WaveHeader {

    private WaveHeader() {}

    static Map<String, String> read(Path file) throws IOException {
        var values = new TreeMap<String, String>();
        try {
            var sound = AudioSystem.getAudioFileFormat(file.toFile());
            var format = sound.getFormat();
            if (sound.getFrameLength() > 0 && format.getFrameRate() > 0) {
                values.put(
                        "duration", FoundProperties.seconds(sound.getFrameLength() / (double) format.getFrameRate()));
            }
            if (format.getChannels() > 0) {
                values.put("channels", Integer.toString(format.getChannels()));
            }
            if (format.getEncoding().toString().startsWith("PCM")) {
                values.put("audioCodec", "pcm");
            }
        } catch (UnsupportedAudioFileException otherKind) {
            // What Tika found stands alone then.
        }
        return values;
    }
}
