using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Contract;

/// <summary>Call forms of functions and modules that TorchSharp accepts too; see <see cref="TensorForms"/>.</summary>
internal static class LayerForms
{
    internal static void Functions()
    {
        Tensor x = torch.randn(2, 4, 8, 8), w = torch.randn(4, 4, 3, 3), b = torch.zeros(4), mean = torch.zeros(4), var = torch.ones(4);
        x = F.conv2d(x, w, b, new long[] { 1, 1 }, new long[] { 1, 1 }, new long[] { 1, 1 }, 1);
        x = F.conv2d(x, w, bias: b, strides: new long[] { 1, 1 }, padding: new long[] { 1, 1 });
        x = F.conv_transpose2d(x, w, b, new long[] { 2, 2 }, new long[] { 1, 1 }, new long[] { 1, 1 });
        x = F.batch_norm(x, mean, var, b, b, true, 0.1, 1e-5);
        x = F.layer_norm(x, new long[] { 16 }, null, null, 1e-5);
        x = F.group_norm(x, 4, b, b, 1e-5);
        x = F.instance_norm(x, mean, var, b, b, true, 0.1, 1e-5);
        x = F.pad(x, new long[] { 1, 1, 1, 1 }, PaddingModes.Constant, 0);
        x = F.relu(F.relu(x), true);
        x = F.leaky_relu(x, 0.1);
        x = F.elu(x, 1.0);
        x = F.softplus(F.hardsigmoid(F.hardswish(F.Mish(F.SiLU(F.gelu(x))))));
        x = torch.sigmoid(F.tanh(F.relu6(F.selu(F.celu(x, 1.0)))));
        x = F.log_softmax(F.softmax(x, 1), 1);
        x = F.max_pool2d(x, new long[] { 3, 3 }, new long[] { 1, 1 }, new long[] { 1, 1 });
        x = F.max_pool2d(x, 3, 2, 1);
        x = F.avg_pool2d(x, 2, 2);
        x = F.interpolate(x, new long[] { 8, 8 }, null, InterpolationMode.Bilinear, false);
        x = F.interpolate(x, scale_factor: new double[] { 2, 2 }, mode: InterpolationMode.Nearest);
        x = F.dropout2d(F.dropout(x, 0.5, true), 0.5, true);
        x = F.adaptive_avg_pool2d(x, new long[] { 1, 1 }).flatten(1);
        x = F.linear(x, torch.randn(10, 4), torch.zeros(10));
        var labels = torch.tensor(new long[] { 1, 255 });
        _ = F.cross_entropy(x, labels, weight: torch.ones(10), ignore_index: 255, reduction: nn.Reduction.Mean, label_smoothing: 0.1);
        _ = F.nll_loss(x, F.one_hot(torch.tensor(new long[] { 1, 2 }), 10).argmax(1));
        _ = F.binary_cross_entropy_with_logits(x, torch.sigmoid(x), reduction: nn.Reduction.None);
        _ = F.binary_cross_entropy(torch.sigmoid(x), torch.sigmoid(x));
        _ = F.mse_loss(x, x) + F.l1_loss(x, x) + F.smooth_l1_loss(x, x, nn.Reduction.Sum, 0.11) + F.huber_loss(x, x) + F.kl_div(x, x);
        _ = F.cosine_similarity(x, x, 1);
        _ = F.triplet_margin_loss(x, x, x);
    }

    internal static void Training(Stream stream)
    {
        using var net = new Net();
        net.train();
        net.eval();
        net.to(torch.CPU);
        net.to(ScalarType.Float32);
        net.zero_grad();
        foreach (var (_, parameter) in net.named_parameters()) parameter.requires_grad = true;
        Assert.Equal(["anchors", "bn.running_mean", "bn.running_var", "bn.num_batches_tracked"], net.named_buffers().Select(buffer => buffer.name));
        Assert.Equal(9, net.modules().Count());
        Assert.Contains("fc", net.named_children().Select(child => child.name));
        Dictionary<string, Tensor> state = net.state_dict();
        net.load_state_dict(state, false);
        net.save(stream);
        stream.Position = 0;
        net.load(stream);
        optim.Optimizer optimizer = optim.SGD(net.parameters(), 0.01, momentum: 0.9, weight_decay: 1e-4, nesterov: true);
        optimizer = optim.Adam(net.parameters(), 1e-3, 0.9, 0.999, 1e-8, 0.0, false);
        optimizer = optim.AdamW(net.parameters(), 1e-3, weight_decay: 0.01);
        optimizer = optim.RMSProp(net.parameters(), 0.01, 0.99, 1e-8, 0, 0.9, false);
        foreach (var group in optimizer.ParamGroups) group.LearningRate = 0.1;
        Tensor keep;
        using (torch.NewDisposeScope())
        {
            optimizer.zero_grad();
            Tensor y = net.call(torch.randn(2, 3, 8, 8)), loss = F.cross_entropy(y, torch.tensor(new long[] { 0, 9 }));
            loss.backward();
            nn.utils.clip_grad_norm_(net.parameters(), 1.0);
            optimizer.step();
            keep = loss.detach().MoveToOuterDisposeScope();
        }
        Assert.False(keep.IsInvalid);
        var schedule = optim.lr_scheduler.StepLR(optimizer, 10);
        schedule = optim.lr_scheduler.CosineAnnealingLR(optimizer, 100);
        schedule.step();
    }

    internal sealed class Net : nn.Module<Tensor, Tensor>
    {
        private readonly Conv2d conv;
        private readonly BatchNorm2d bn;
        private readonly Linear fc;
        private readonly Sequential seq;
        private readonly ModuleList<nn.Module<Tensor, Tensor>> list;
        private readonly Parameter alpha;

        internal Net()
            : base("net")
        {
            conv = nn.Conv2d(3, 8, 3, stride: 2, padding: 1, bias: false);
            bn = nn.BatchNorm2d(8);
            fc = nn.Linear(8, 10);
            seq = nn.Sequential(("relu", nn.ReLU()), ("id", nn.Identity()));
            list = new ModuleList<nn.Module<Tensor, Tensor>>(nn.ReLU(), nn.Sigmoid());
            alpha = nn.Parameter(torch.zeros(1));
            nn.init.kaiming_normal_(conv.weight!);
            nn.init.constant_(bn.weight!, 1);
            nn.init.xavier_uniform_(fc.weight!);
            nn.init.zeros_(fc.bias!);
            register_buffer("anchors", torch.zeros(3));
            RegisterComponents();
        }

        public override Tensor forward(Tensor x)
        {
            x = seq.call(bn.forward(conv.forward(x)));
            foreach (var module in list) x = module.call(x);
            return fc.forward(F.adaptive_avg_pool2d(x, new long[] { 1, 1 }).flatten(1)) + alpha;
        }
    }
}
