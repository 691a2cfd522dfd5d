using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace EndToEnd.Tests.LocalHost;

[Collection(SharedAzurite.Name)]
public sealed class TimerAndHttpTests(AzuriteFixture azurite)
{
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task A_timer_asked_for_through_the_admin_endpoint_runs_now()
    {
        var calls = new Calls();
        await using var host = await HostUnderTest.StartAsync<TimerProbe>(azurite, calls, Clock(new(DateTimeOffset.UnixEpoch)));

        var answer = await Http.PostAsync(new Uri(host.Address, "/admin/functions/TimerProbe"), null);
        await calls.WaitForAsync(1);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(["tick"], calls.Seen);
    }

    [Fact]
    public async Task Asking_for_a_function_that_is_no_timer_is_not_found()
    {
        await using var host = await HostUnderTest.StartAsync<TimerProbe>(azurite, new());

        var answer = await Http.PostAsync(new Uri(host.Address, "/admin/functions/Nobody"), null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_timer_runs_when_its_schedule_says_so_and_not_before()
    {
        var clock = new FakeTimeProvider(new(2024, 1, 31, 15, 0, 0, TimeSpan.Zero));
        var calls = new Calls();
        await using var host = await HostUnderTest.StartAsync<TimerProbe>(azurite, calls, Clock(clock));

        clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        await Task.Delay(200);
        var early = calls.Seen.Count;
        clock.Advance(TimeSpan.FromSeconds(1));
        await calls.WaitForAsync(1);

        Assert.Equal(0, early);
        Assert.Equal(["tick"], calls.Seen);
    }

    [Fact]
    public async Task Route_values_reach_the_parameters_by_name_and_a_wrong_type_is_not_found()
    {
        await using var host = await HostUnderTest.StartAsync<HttpProbe>(azurite, new());

        Assert.Equal("2024 长沙", await Http.GetStringAsync(new Uri(host.Address, "/api/probe/2023/长沙")));
        Assert.Equal(HttpStatusCode.NotFound, (await Http.GetAsync(new Uri(host.Address, "/api/probe/twenty/x"))).StatusCode);
    }

    [Fact]
    public async Task A_fault_in_an_http_function_answers_500_and_tells_nothing()
    {
        var calls = new Calls { Behave = (_, _, _) => throw new InvalidDataException("inner matter") };
        await using var host = await HostUnderTest.StartAsync<HttpProbe>(azurite, calls);

        var answer = await Http.GetAsync(new Uri(host.Address, "/api/probe/1/x"));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    private static Action<IServiceCollection> Clock(FakeTimeProvider clock) => services => services.AddSingleton<TimeProvider>(clock);
}
