namespace Host.Access;

/// <summary>What a caller may want.</summary>
public enum Right
{
    /// <summary>To see how a year stands; a clerk sees their own unit of it.</summary>
    SeeYear,

    /// <summary>To see what concerns one unit: the province, or a clerk of that unit.</summary>
    SeeUnit,

    /// <summary>To see what concerns all units: the province.</summary>
    SeeProvince,

    /// <summary>To act for a unit: its clerk and nobody else.</summary>
    File,

    /// <summary>To review, return and approve: 省级审核人 and 省级负责人.</summary>
    Review,

    /// <summary>To answer for a year: 省级负责人.</summary>
    Direct,
}
