namespace Tao.Graph.Tests;

public sealed class OpCatalogTests
{
    [Fact]
    public void The_catalogue_lists_every_op_of_the_assembly() =>
        Assert.Equal(
            typeof(OpDefinition).Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(OpDefinition)) && !type.IsAbstract)
                .Select(type => type.Name)
                .Order(),
            OpCatalog.All.Select(type => type.Name).Order());

    [Fact]
    public void The_sample_graph_of_the_tests_uses_every_op() =>
        Assert.Equal(OpCatalog.All.Select(type => type.Name).Order(), Samples.EveryOp().Nodes.Select(node => node.Op.Name).Distinct().Order());

    [Fact]
    public void Ops_are_sealed_records_named_by_their_type()
    {
        Assert.All(OpCatalog.All, type => Assert.True(type.IsSealed));
        Assert.All(Samples.EveryOp().Nodes, node => Assert.Equal(node.Op.GetType(), OpCatalog.Find(node.Op.Name)));
    }

    [Fact]
    public void Find_unknown_name_gives_null() => Assert.Null(OpCatalog.Find("Conv3d"));
}
