using Host.Access;
using Host.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Host.Local;

/// <summary>Callers of the embedded host: the people of its settings, <c>Access:People:0:Id</c>, <c>…:Name</c>, <c>…:Role</c>, <c>…:Unit</c>. A request says by the header
/// <c>X-Local-User</c> which of them sends it, otherwise the first does; without people there is one, who may do everything that the province may.</summary>
/// <remarks>Whoever reaches the embedded host may be anybody: it listens on this machine only. The genuine build does not contain this class.</remarks>
public sealed class LocalCallers(IReadOnlyList<Caller> people) : ICallers
{
    public const string Header = "X-Local-User";

    public static LocalCallers Default { get; } = new([Caller.Of("local", "本机负责人", [RoleNames.Administrator], [])]);

    /// <exception cref="CannotStartException">A setting is wrong; the message names it.</exception>
    public static LocalCallers Read(IConfiguration configuration)
    {
        var mode = configuration["Access:Mode"] ?? "Local";
        if (mode != "Local") throw new CannotStartException($"Access:Mode is {mode}: the embedded host has no platform to authenticate callers, only Local.");
        var people = configuration.GetSection("Access:People").GetChildren().Select(Person).ToList();
        if (people.CountBy(p => p.Id).FirstOrDefault(n => n.Value > 1).Key is { } twice) throw new CannotStartException($"Access:People names {twice} twice.");
        return people.Count == 0 ? Default : new(people);
    }

    public Caller? Find(HttpRequest request) => request.Headers[Header] switch
    {
        [] => people[0],
        [var id] => people.FirstOrDefault(p => p.Id == id),
        _ => null,
    };

    private static Caller Person(IConfigurationSection person)
    {
        if (person["Id"] is not { Length: > 0 } id) throw new CannotStartException($"{person.Path}:Id is missing.");
        var caller = Caller.Of(id, person["Name"] ?? id, [person["Role"] ?? ""], person["Unit"] is { Length: > 0 } unit ? [unit] : []);
        return caller.Role is not null
            ? caller
            : throw new CannotStartException(
                $"{person.Path}:Role must be {RoleNames.Clerk} with a Unit, or {RoleNames.Reviewer} or {RoleNames.Administrator} without.");
    }
}
