package eu.nephele.platform.definition;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A role: what those who have it may do. From {@code roles/<name>.yaml}.
 *
 * @param file where it is defined, for telling people which rule stood in their way
 * @param assigns roles that who has this one may give to others
 * @param sampleUser somebody who has the role, for trying it out with the sample content
 */
public record RoleDefinition(
        String name,
        String file,
        String label,
        String description,
        List<String> assigns,
        List<Right> rights,
        @Nullable SampleUser sampleUser) {

    /** Stands for the organisations, or locales, of the user who has the role. */
    public static final String OWN = "own";

    /** The content type, in rights, of what is uploaded. */
    public static final String ASSET = "asset";

    /**
     * Allows or denies actions.
     *
     * @param allowed false denies, whatever other rights of whichever role allow
     * @param actions codes such as {@code read}
     * @param types names of content types, or {@link #ASSET}; empty for all
     * @param perspective {@code draft} or {@code live}; null for both
     * @param path the subtree concerned, in the types' workspaces
     * @param organisations ids of owners, or {@link #OWN}; null for whoever's entries
     * @param locales ids, or {@link #OWN}; null for all values
     * @param fields names of properties; null for all
     * @param confidential whether an allowed right reaches confidential properties
     * @param line where it stands in the file
     */
    public record Right(
            boolean allowed,
            Set<String> actions,
            List<String> types,
            @Nullable String perspective,
            String path,
            @Nullable List<String> organisations,
            @Nullable List<String> locales,
            @Nullable List<String> fields,
            boolean confidential,
            int line) {

        public Right {
            actions = Set.copyOf(actions);
            types = List.copyOf(types);
            organisations = organisations == null ? null : List.copyOf(organisations);
            locales = locales == null ? null : List.copyOf(locales);
            fields = fields == null ? null : List.copyOf(fields);
        }
    }

    /**
     * @param organisation the name of a sample entry of the type {@code organisation}; null for none
     * @param locales ids
     */
    public record SampleUser(
            String name, String fullName, @Nullable String organisation, List<String> locales) {
        public SampleUser {
            locales = List.copyOf(locales);
        }
    }

    public RoleDefinition {
        assigns = List.copyOf(assigns);
        rights = List.copyOf(rights);
    }
}
