package eu.nephele.webapp.app;

import eu.nephele.platform.desk.Jobs;
import eu.nephele.platform.exchange.SheetLimits;
import eu.nephele.platform.media.ClamAv;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator may set, in {@code config/application.yaml} or on the command line. An unknown key below {@code nephele} stops the start.
 *
 * @param data the folder that holds repository and index
 * @param lightModules folders of light modules, later ones over earlier ones
 * @param additionalLightModules folders after those, from the command line
 * @param sampleContent whether an empty repository gets the modules' sample content
 * @param watch whether changed light modules come into force while running
 * @param training start, load, answer a little and stop: for preparing the cache that makes starting fast
 */
@ConfigurationProperties(prefix = "nephele", ignoreUnknownFields = false)
record NepheleSettings(
        @DefaultValue("data") String data,
        @DefaultValue("light-modules") List<String> lightModules,
        @DefaultValue List<String> additionalLightModules,
        @DefaultValue("true") boolean sampleContent,
        @DefaultValue("true") boolean watch,
        @DefaultValue("false") boolean training,
        @DefaultValue Admin admin,
        @DefaultValue LoginSettings login,
        @DefaultValue StoreSettings repository,
        @DefaultValue SearchSettings search,
        @DefaultValue Media media,
        @DefaultValue Editor editor,
        @DefaultValue Spreadsheets spreadsheets,
        @DefaultValue Delivery delivery,
        @DefaultValue MailServerSettings mail) {

    /** @param password empty keeps the stored one; the first start then generates one and prints it */
    record Admin(@Nullable String password) {
        Admin {
            password = password == null || password.isBlank() ? null : password;
        }

        @Override
        public String toString() {
            return "Admin";
        }
    }

    /**
     * @param maxFileSize of one upload
     * @param uploadPatience how long an interrupted upload can be taken up again
     * @param renditionCacheSize of pictures made from assets, on disk
     * @param linkSecret signs links to pictures; empty for one of the node's own
     * @param ffmpeg the program, by name or path
     * @param quota of the files of one organisation; 0 for as many as there are
     * @param quotas the same for single organisations, by the name of their entry
     */
    record Media(
            @DefaultValue("10GB") DataSize maxFileSize,
            @DefaultValue("24h") Duration uploadPatience,
            @DefaultValue("1GB") DataSize renditionCacheSize,
            @DefaultValue("") String linkSecret,
            @DefaultValue("ffmpeg") String ffmpeg,
            @DefaultValue VirusScan virusScan,
            @DefaultValue("0B") DataSize quota,
            @DefaultValue Map<String, DataSize> quotas) {

        Media {
            quotas = Map.copyOf(quotas);
        }

        @Override
        public String toString() {
            return "Media";
        }
    }

    /**
     * @param address of ClamAV's daemon, tcp://host:port or unix:/path; empty for none
     * @param timeout that scanning one file may take
     */
    record VirusScan(
            @DefaultValue("") String address,
            @DefaultValue("10m") Duration timeout) {

        Optional<ClamAv> scanner() {
            return address.isBlank() ? Optional.empty() : Optional.of(ClamAv.at(address, timeout));
        }
    }

    /**
     * @param maxBodySize of a JSON body
     * @param maxPageSize entries in one list
     */
    record Editor(
            @DefaultValue("4MB") DataSize maxBodySize,
            @DefaultValue("200") int maxPageSize) {}

    /**
     * Of imported spreadsheets.
     *
     * @param maxFileSize of the file
     * @param maxUnpackedSize of all that is packed in an XLSX file
     * @param maxRows below the row of headings
     */
    record Spreadsheets(
            @DefaultValue("10MB") DataSize maxFileSize,
            @DefaultValue("64MB") DataSize maxUnpackedSize,
            @DefaultValue("10000") int maxRows,
            @DefaultValue("300") int maxColumns) {

        SheetLimits limits() {
            return new SheetLimits(
                    Math.toIntExact(maxFileSize.toBytes()), maxUnpackedSize.toBytes(), maxRows, maxColumns);
        }
    }

    /**
     * @param linkBase what precedes the paths of links
     * @param cacheSize rendered entries kept in memory
     */
    record Delivery(
            @DefaultValue("") String linkBase,
            @DefaultValue("32MB") DataSize cacheSize) {}

    NepheleSettings {
        lightModules = List.copyOf(lightModules);
        additionalLightModules = List.copyOf(additionalLightModules);
        if (media.maxFileSize().toBytes() <= 0) {
            throw new IllegalArgumentException("nephele.media.max-file-size must be positive");
        }
        if (media.renditionCacheSize().toBytes() <= 0) {
            throw new IllegalArgumentException("nephele.media.rendition-cache-size must be positive");
        }
        if (!media.uploadPatience().isPositive()) {
            throw new IllegalArgumentException("nephele.media.upload-patience must be positive");
        }
        if (media.quota().isNegative() || media.quotas().values().stream().anyMatch(DataSize::isNegative)) {
            throw new IllegalArgumentException("nephele.media.quota and quotas must not be negative");
        }
        try {
            media.virusScan().scanner();
        } catch (IllegalArgumentException noAddress) {
            throw new IllegalArgumentException("nephele.media.virus-scan.address: " + noAddress.getMessage());
        }
        if (!media.virusScan().timeout().isPositive()) {
            throw new IllegalArgumentException("nephele.media.virus-scan.timeout must be positive");
        }
        requirePositive("nephele.editor.max-body-size", editor.maxBodySize().toBytes());
        requirePositive("nephele.editor.max-page-size", editor.maxPageSize());
        requirePositive(
                "nephele.spreadsheets.max-file-size", spreadsheets.maxFileSize().toBytes());
        requirePositive(
                "nephele.spreadsheets.max-unpacked-size",
                spreadsheets.maxUnpackedSize().toBytes());
        requireWithin("nephele.spreadsheets.max-rows", spreadsheets.maxRows(), Jobs.MOST_ENTRIES);
        requirePositive("nephele.spreadsheets.max-columns", spreadsheets.maxColumns());
        requirePositive("nephele.delivery.cache-size", delivery.cacheSize().toBytes());
    }

    // Not bound as paths: the framework would look for relative ones on the class path first.

    Path dataFolder() {
        return Path.of(data);
    }

    List<Path> moduleFolders() {
        return Stream.concat(lightModules.stream(), additionalLightModules.stream())
                .map(Path::of)
                .toList();
    }

    private static void requirePositive(String key, long value) {
        requireWithin(key, value, Integer.MAX_VALUE);
    }

    private static void requireWithin(String key, long value, int most) {
        if (value <= 0 || value > most) {
            throw new IllegalArgumentException("%s must lie between 1 and %d".formatted(key, most));
        }
    }
}
