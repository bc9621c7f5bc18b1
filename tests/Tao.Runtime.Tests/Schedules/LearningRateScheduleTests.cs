using System.Collections.Immutable;
using Tao.Runtime.Schedules;

namespace Tao.Runtime.Tests.Schedules;

/// <summary>Every schedule against numbers reckoned by hand.</summary>
public sealed class LearningRateScheduleTests
{
    private static readonly StepSchedule _step = new(0.006, StepSizePercent: 10, Gamma: 0.1);
    private static readonly SoftAnnealSchedule _anneal = new(0.1, SoftStart: 0.25, AnnealingDivider: 10, [0.5, 0.75]);
    private static readonly SoftStartAnnealingSchedule _plateau = new(1e-4, 1e-2, SoftStart: 0.2, Annealing: 0.6);
    private static readonly CosineSchedule _cosine = new(0.01, 0.0001, SoftStart: 0.1);

    public static TheoryData<LearningRateSchedule, long, long, double> Table => new()
    {
        { new ConstantSchedule(0.02), 0, 10, 0.02 },
        { new ConstantSchedule(0.02), 9, 10, 0.02 },

        // A tenth of 1000 steps divides by ten, and half of that by its root.
        { _step, 0, 1000, 0.006 },
        { _step, 50, 1000, 0.00189736659610103 },
        { _step, 100, 1000, 0.0006 },
        { _step, 999, 1000, 0.006 * 1.02329299228075e-10 },
        // 10 % of 25 is 2 in integers; of 5 it is 0, which counts as 1.
        { _step, 2, 25, 0.0006 },
        { _step, 1, 5, 0.0006 },

        { _anneal, 0, 100, 0.0003 },
        { _anneal, 5, 100, 0.02024 },
        { _anneal, 24, 100, 0.096012 },
        { _anneal, 25, 100, 0.1 },
        // A point is passed when progress is beyond it, not on it.
        { _anneal, 50, 100, 0.1 },
        { _anneal, 51, 100, 0.01 },
        { _anneal, 75, 100, 0.01 },
        { _anneal, 76, 100, 0.001 },
        { _anneal with { SoftStart = 0 }, 0, 100, 0.1 },
        { _anneal with { AnnealingPoints = [] }, 99, 100, 0.1 },
        { _anneal with { StartLearningRate = 0 }, 10, 100, 0.04 },

        { _plateau, 0, 10, 1e-4 },
        { _plateau, 1, 10, 1e-3 },
        { _plateau, 2, 10, 1e-2 },
        { _plateau, 6, 10, 1e-2 },
        { _plateau, 8, 10, 1e-3 },
        { _plateau, 9, 10, 3.16227766016838e-4 },
        { _plateau with { SoftStart = 0 }, 0, 10, 1e-2 },
        { _plateau with { Annealing = 1 }, 9, 10, 1e-2 },

        { _cosine, 0, 100, 0.0001 },
        { _cosine, 5, 100, 0.00505 },
        { _cosine, 10, 100, 0.01 },
        { _cosine, 60, 100, 0.00505 },
        // cos 0.9π = −0.951056516295154: with a soft start the end is above the least rate.
        { _cosine, 100, 100, 0.000342270244338988 },
        { _cosine with { SoftStart = 0 }, 0, 100, 0.01 },
        { _cosine with { SoftStart = 0 }, 50, 100, 0.00505 },
        { _cosine with { SoftStart = 0 }, 100, 100, 0.0001 },
        { _cosine, 0, 1, 0.0001 },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void The_rate_is_the_one_reckoned_by_hand(LearningRateSchedule schedule, long step, long totalSteps, double expected) =>
        Assert.Equal(expected, schedule.At(step, totalSteps), expected * 1e-12);

    [Fact]
    public void Every_schedule_is_in_the_table()
    {
        var schedules = typeof(LearningRateSchedule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LearningRateSchedule)));
        Assert.Equal(schedules.ToImmutableHashSet(), Table.Select(row => row.Data.Item1.GetType()).ToImmutableHashSet());
    }
}
