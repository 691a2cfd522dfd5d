using System.Reflection;
using Deploy;
using Host.Functions;
using Host.Local;
using Microsoft.Azure.Functions.Worker;

namespace EndToEnd.Tests.LocalHost;

/// <summary>What the genuine build or host would refuse and the stand-ins would not.</summary>
public sealed class FunctionsTests
{
    private static readonly IReadOnlyList<LocalFunction> Functions = LocalFunction.Find(typeof(IngestReturn).Assembly.GetTypes());

    [Fact]
    public void The_functions_are_those_of_the_pipeline() => Assert.Equal(
        [
            "ApproveAdjustment", "ApproveBudget", "ApproveReturn", "AskWhatIf", "AwaitScan", "BeginReview", "CloseYear", "ConsolidateYear", "EmitReport", "ExplainRule", "GetDiff", "GetFigure", "GetHistory",
            "GetLock", "GetOfferedExplanations", "GetReach", "GetReceipt", "GetReport", "GetTemplate", "GetTerms", "GetTicket", "GetUnit", "GetWorkList", "GetYear", "GetYearHistory", "HealthLive",
            "HealthReady", "IngestReturn", "LockYear", "ProposeAdjustment", "RefreshReport", "RequestConsolidation", "ReturnToUnit", "SuspendRule", "SweepUploads", "UnlockYear",
            "WithdrawReturn",
        ],
        Functions.Select(f => f.Name));

    [Fact]
    public void A_function_is_its_trigger_and_one_expression()
    {
        var files = Directory.GetFiles(Path.Combine(Clone.Root, "functions", "Host", "Functions"), "*.cs");

        Assert.Equal(Functions.Select(f => f.Name), files.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
        // Whatever is checked, left out or shaped is so in Http or in a stage, where a test reaches it without a request.
        Assert.All(files, file => Assert.DoesNotMatch(@"(?m)^(?!\s*//).*\b((if|for|foreach|while|catch) \(|(try|throw|return|private|static)\b)", File.ReadAllText(file)));
    }

    [Fact]
    public void No_function_carries_a_retry_attribute() =>
        Assert.All(Functions, f => Assert.DoesNotContain(f.Method.GetCustomAttributes(), a => a.GetType().Name.Contains("Retry", StringComparison.Ordinal)));

    [Fact]
    public void Every_queue_has_a_name_that_storage_accepts() =>
        Assert.All(Functions.Select(f => f.Trigger).OfType<QueueTriggerAttribute>(), q => Assert.Matches("^[a-z0-9](-?[a-z0-9]){2,55}$", q.QueueName));

    [Fact]
    public void No_two_functions_answer_the_same_method_of_one_route()
    {
        var answered = Functions.Select(f => f.Trigger).OfType<HttpTriggerAttribute>().SelectMany(t => t.Methods!.Select(m => $"{m} {t.Route}")).ToList();

        Assert.Equal(answered.Distinct(), answered);
    }

    [Theory]
    [InlineData(typeof(Twins), "Two functions are named")]
    [InlineData(typeof(NoTrigger), "exactly one trigger")]
    [InlineData(typeof(AsyncVoid), "async void")]
    [InlineData(typeof(Hidden), "must be public")]
    public void A_function_that_the_genuine_build_refuses_is_refused_here(Type type, string reason) =>
        Assert.Contains(reason, Assert.Throws<InvalidOperationException>(() => LocalFunction.Find([type])).Message, StringComparison.Ordinal);

    public sealed class Twins
    {
        [Function("Twin")]
        public static void One([TimerTrigger("0 0 * * * *")] TimerInfo timer) => _ = timer;

        [Function("twin")]
        public static void Two([TimerTrigger("0 0 * * * *")] TimerInfo timer) => _ = timer;
    }

    public sealed class NoTrigger
    {
        [Function("Idle")]
        public static Task RunAsync(CancellationToken cancellationToken) => Task.FromCanceled(cancellationToken);
    }

    public sealed class AsyncVoid
    {
        [Function("Lost")]
        public static async void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) => await Task.FromResult(timer);
    }

    internal sealed class Hidden
    {
        [Function("Hidden")]
        public static void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) => _ = timer;
    }
}
