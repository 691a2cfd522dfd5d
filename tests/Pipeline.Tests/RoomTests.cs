using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Pipeline.Catalogue;

namespace Pipeline.Tests;

public sealed class RoomTests
{
    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>In the order in which data flows. The first eight are pure.</summary>
    private static readonly string[] Rooms = ["Catalogue", "Workbooks", "Returns", "Rules", "Consolidation", "Figures", "Reports", "Review", "Ledger", "Stages"];

    private static readonly Type[] Types = typeof(YearCatalogue).Assembly.GetTypes();

    [Fact]
    public void Every_type_lives_in_a_room() =>
        Assert.All(Types.Where(t => t.Namespace?.StartsWith("Pipeline", StringComparison.Ordinal) == true), t => Assert.True(RoomOf(t) >= 0, t.FullName));

    [Fact]
    public void A_room_uses_rooms_above_it_never_below() =>
        Assert.Empty(
            from type in Types
            from used in Uses(type)
            where RoomOf(type) >= 0 && RoomOf(used) > RoomOf(type)
            select $"{type.FullName} uses {used.FullName}");

    [Fact]
    public void The_pure_rooms_know_neither_storage_nor_a_clock_nor_telemetry() =>
        Assert.Empty(
            from type in Types
            where RoomOf(type) is >= 0 and < 8
            from used in Uses(type)
            where used.Namespace?.StartsWith("Azure", StringComparison.Ordinal) == true || used == typeof(TimeProvider) || used == typeof(HttpClient)
                || used == typeof(Activity) || used == typeof(ActivitySource) || used.Namespace == typeof(Meter).Namespace
            select $"{type.FullName} uses {used.FullName}");

    private static int RoomOf(Type type) => type.Namespace?.Split('.') is ["Pipeline", var room, ..] ? Array.IndexOf(Rooms, room) : -1;

    /// <summary>Types in signatures and in the locals of bodies.</summary>
    private static IEnumerable<Type> Uses(Type type)
    {
        var members = type.GetMembers(Everything);
        var bodies = members.OfType<MethodBase>().Select(m => m.GetMethodBody()).Where(b => b is not null).SelectMany(b => b!.LocalVariables).Select(v => v.LocalType);
        var signatures = members.SelectMany(m => m switch
        {
            FieldInfo field => [field.FieldType],
            MethodInfo method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType),
            ConstructorInfo constructor => constructor.GetParameters().Select(p => p.ParameterType),
            _ => Enumerable.Empty<Type>(),
        });
        return signatures.Concat(bodies).Concat(type.GetInterfaces()).Append(type.BaseType ?? typeof(object)).SelectMany(Parts).Distinct();
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];
}
