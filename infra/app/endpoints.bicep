// Private addresses of one account, one a service, in the subnet "endpoints" of the network.
param account string
param location string
param network string

@description('Of blob, queue and table, those that are used.')
param services string[]

resource target 'Microsoft.Storage/storageAccounts@2026-06-01' existing = { name: account }

resource inside 'Microsoft.Network/virtualNetworks@2026-03-01' existing = {
  name: network

  resource subnet 'subnets' existing = { name: 'endpoints' }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' existing = [
  for service in services: { name: 'privatelink.${service}.${environment().suffixes.storage}' }
]

@batchSize(1)
resource endpoints 'Microsoft.Network/privateEndpoints@2026-03-01' = [
  for service in services: {
    name: '${account}-${service}'
    location: location
    properties: {
      subnet: { id: inside::subnet.id }
      privateLinkServiceConnections: [
        { name: service, properties: { privateLinkServiceId: target.id, groupIds: [service] } }
      ]
    }
  }
]

resource told 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2026-03-01' = [
  for (service, i) in services: {
    parent: endpoints[i]
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: service, properties: { privateDnsZoneId: zones[i].id } }] }
  }
]
