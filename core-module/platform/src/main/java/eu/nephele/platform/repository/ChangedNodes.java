package eu.nephele.platform.repository;

import eu.nephele.api.content.Location;
import java.util.function.Consumer;
import org.apache.jackrabbit.oak.plugins.memory.EmptyNodeState;
import org.apache.jackrabbit.oak.plugins.tree.factories.TreeFactory;
import org.apache.jackrabbit.oak.spi.state.DefaultNodeStateDiff;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.apache.jackrabbit.oak.spi.state.NodeStateUtils;

/** Tells where nodes were added or changed between two states; a node counts as changed when one below it is. */
final class ChangedNodes extends DefaultNodeStateDiff {

    private final String path;
    private final Consumer<Location> changed;

    private ChangedNodes(String path, Consumer<Location> changed) {
        this.path = path;
        this.changed = changed;
    }

    /** Those below the folder. */
    static void find(NodeState before, NodeState after, Location folder, Consumer<Location> changed) {
        var path = Layout.find(TreeFactory.createReadOnlyTree(after), folder).getPath();
        NodeStateUtils.getNode(after, path)
                .compareAgainstBaseState(NodeStateUtils.getNode(before, path), new ChangedNodes(path, changed));
    }

    @Override
    public boolean childNodeAdded(String name, NodeState after) {
        return childNodeChanged(name, EmptyNodeState.MISSING_NODE, after);
    }

    @Override
    public boolean childNodeChanged(String name, NodeState before, NodeState after) {
        if (NodeStateUtils.isHidden(name)) {
            return true;
        }
        var child = path + "/" + name;
        if (!Layout.isBucket(name)) {
            changed.accept(Layout.location(child));
        }
        return after.compareAgainstBaseState(before, new ChangedNodes(child, changed));
    }
}
