import { networkData } from '../../network/data/networkData.ts';
import { makeNetwork, type Network } from '../../network/lookup.ts';

/** The real network of the city, as the product starts with it. */
export const network: Network = makeNetwork({
  regions: networkData.regions,
  units: networkData.units.map((unit) => ({ ...unit, phone: null, active: true })),
  categories: networkData.categories,
  duties: networkData.dutyList,
});

export const yingze = '140106-center';
export const street = '140106004-center';
export const city = '140100-center';
export const xiaodian = '140105-center';
export const housing = '140106-housing';
export const justice = '140106-justice';
export const court = '140106-court';
export const cityHousing = '140100-housing';
export const xiaodianHousing = '140105-housing';
/** 双塔西街一社区 and its first grid. */
export const community = '140106004001';
export const grid = '140106004001001';
