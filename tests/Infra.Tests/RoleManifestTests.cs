using Host.Access;
using Pipeline.Catalogue;

namespace Infra.Tests;

public sealed class RoleManifestTests
{
    private static readonly IReadOnlyList<Resource> Roles = [.. JsonNode.Parse(Clone.Read("app-roles.json"))!.AsArray().Select(r => new Resource(r!.AsObject()))];

    [Fact]
    public void The_roles_are_those_of_the_app_and_one_for_each_unit()
    {
        string[] expected = [RoleNames.Clerk, RoleNames.Reviewer, RoleNames.Administrator, .. Units().Select(u => RoleNames.UnitPrefix + u.Code)];

        Assert.Equal(expected.Order(StringComparer.Ordinal), Roles.Select(r => r.Text("value")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_role_of_a_unit_carries_its_name() =>
        Assert.All(Units(), u => Assert.Equal(u.Name, Roles.Single(r => r.Text("value") == RoleNames.UnitPrefix + u.Code).Text("displayName")));

    [Fact]
    public void Ids_are_different_and_roles_can_be_given_to_people()
    {
        Assert.Equal(Roles.Count, Roles.Select(r => Guid.Parse(r.Id)).Distinct().Count());
        Assert.All(Roles, r => Assert.Contains("User", r.List("allowedMemberTypes").Select(m => m.ToString())));
        Assert.All(Roles, r => Assert.True(r.Is("isEnabled")));
    }

    [Fact]
    public void A_program_can_review_and_neither_file_nor_answer_for_a_year() =>
        Assert.Equal([RoleNames.Reviewer], Roles.Where(r => r.List("allowedMemberTypes").Any(m => m.ToString() == "Application")).Select(r => r.Text("value")));

    private static IEnumerable<Unit> Units() => CatalogueFolder.Default.Read(CatalogueFolder.Default.Years.Last()).Units.Where(u => u.Reports);
}
