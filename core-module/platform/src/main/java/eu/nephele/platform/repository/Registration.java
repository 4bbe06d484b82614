package eu.nephele.platform.repository;

import eu.nephele.api.content.Perspective;
import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.PlatformException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.commons.cnd.CndImporter;
import org.apache.jackrabbit.commons.cnd.ParseException;
import org.apache.jackrabbit.oak.api.CommitFailedException;
import org.apache.jackrabbit.oak.api.Root;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.namepath.NamePathMapper;
import org.apache.jackrabbit.oak.plugins.name.ReadWriteNamespaceRegistry;
import org.apache.jackrabbit.oak.plugins.nodetype.write.ReadWriteNodeTypeManager;
import org.apache.jackrabbit.oak.plugins.tree.TreeUtil;
import org.apache.jackrabbit.oak.plugins.value.jcr.ValueFactoryImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes namespaces, node types and workspace roots known. Saves only what is new; takes nothing away. */
final class Registration {

    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
    private static final Pattern TYPE_NAME = Pattern.compile("(?:([A-Za-z_][\\w.-]*):)?[\\w.-]+");

    private final Root root;
    private final int node;
    private final ReadWriteNodeTypeManager types;
    private final ReadWriteNamespaceRegistry namespaces;

    Registration(Root root, int node) {
        this.root = root;
        this.node = node;
        this.types = new ReadWriteNodeTypeManager() {
            @Override
            protected Tree getTypes() {
                return root.getTree(NodeTypes.PATH);
            }

            @Override
            protected Root getWriteRoot() {
                return root;
            }
        };
        this.namespaces = new ReadWriteNamespaceRegistry(root) {
            @Override
            protected Root getWriteRoot() {
                return root;
            }
        };
    }

    void registerBase() {
        if (!root.getTree(NodeTypes.PATH).getChild("nph:tree").exists()) {
            var resource = Registration.class.getResourceAsStream("base.cnd");
            try (var reader =
                    new InputStreamReader(java.util.Objects.requireNonNull(resource), StandardCharsets.UTF_8)) {
                define(reader, "base.cnd");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        Lookup.define(root.getTree("/"));
        addTree(root.getTree("/"), ChangeLog.ROOT);
        for (var perspective : Perspective.values()) {
            addTree(root.getTree("/"), perspective.lowerCase());
        }
        if (root.hasPendingChanges()) {
            commit();
        }
    }

    void register(Workspace workspace) {
        Names.check(workspace.name(), root.getTree(Names.NAMESPACES_PATH));
        workspace.namespaces().forEach(this::registerNamespace);
        workspace.entryNodeTypes().forEach(type -> registerType(type, NodeTypes.CONTENT));
        workspace.nestedNodeTypes().forEach(type -> registerType(type, NodeTypes.CONTENT_NODE));
        for (var perspective : Perspective.values()) {
            var tree = addTree(root.getTree("/" + perspective.lowerCase()), workspace.name());
            if (!tree.hasProperty(Layout.SPREAD) || TreeUtil.getBoolean(tree, Layout.SPREAD) != workspace.spread()) {
                tree.setProperty(Layout.SPREAD, workspace.spread(), Type.BOOLEAN);
                tree.setOrderableChildren(!workspace.spread());
            }
        }
        if (root.hasPendingChanges()) {
            commit();
        }
    }

    private void registerNamespace(String prefix, String uri) {
        try {
            if (root.getTree(Names.NAMESPACES_PATH).hasProperty(prefix)) {
                var known = namespaces.getURI(prefix);
                if (!known.equals(uri)) {
                    LOG.warn(
                            "The prefix {} stays bound to {}: stored content uses it; {} is ignored",
                            prefix,
                            known,
                            uri);
                }
                return;
            }
            var bound = java.util.Arrays.asList(namespaces.getURIs()).contains(uri);
            namespaces.registerNamespace(prefix, bound ? generated(prefix) : uri);
        } catch (RepositoryException failure) {
            throw new PlatformException(
                    ErrorCode.INVALID_DEFINITION,
                    "The namespace %s = %s cannot be registered: %s".formatted(prefix, uri, failure.getMessage()),
                    failure);
        }
    }

    private static String generated(String prefix) {
        return "https://nephele.eu/ns/prefix/" + prefix;
    }

    private void registerType(String name, String superType) {
        var match = TYPE_NAME.matcher(name);
        if (!match.matches()) {
            throw new PlatformException(
                    ErrorCode.INVALID_DEFINITION,
                    "`%s` cannot be a node type: use letters, digits, `_`, `-`, `.`, and one `:` after a prefix"
                            .formatted(name));
        }
        var type = root.getTree(NodeTypes.PATH).getChild(name);
        if (type.exists() && isBuiltIn(name)
                || NodeTypes.read(root.getTree(NodeTypes.PATH)).is(name, superType)) {
            return;
        }
        var prefix = match.group(1);
        if (prefix != null && !root.getTree(Names.NAMESPACES_PATH).hasProperty(prefix)) {
            registerNamespace(prefix, generated(prefix));
        }
        define(new StringReader("['%s'] > '%s' orderable".formatted(name, superType)), name);
    }

    private static boolean isBuiltIn(String name) {
        return name.startsWith("mgnl:") || name.startsWith("nt:") || name.startsWith("jcr:") || name.startsWith("mix:");
    }

    private void define(Reader definition, String source) {
        try {
            CndImporter.registerNodeTypes(
                    definition, source, types, namespaces, new ValueFactoryImpl(root, NamePathMapper.DEFAULT), true);
        } catch (RepositoryException | ParseException | IOException failure) {
            throw new PlatformException(
                    ErrorCode.INVALID_DEFINITION,
                    "The node type %s cannot be registered: %s".formatted(source, failure.getMessage()),
                    failure);
        }
    }

    private static Tree addTree(Tree parent, String name) {
        var tree = parent.getChild(name);
        if (tree.exists()) {
            return tree;
        }
        var added = parent.addChild(name);
        added.setProperty("jcr:primaryType", "nph:tree", Type.NAME);
        return added;
    }

    private void commit() {
        try {
            ChangeLog.count(root, node);
            root.commit();
        } catch (CommitFailedException failure) {
            throw Failures.of(failure);
        }
    }
}
